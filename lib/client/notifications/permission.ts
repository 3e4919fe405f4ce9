import { chooseNotifications } from "./choice";

/** Whether a page can notify at all here: over https, and without a service worker, which phones demand. */
export function canNotify(): boolean {
  if (!("Notification" in window) || !("locks" in navigator)) return false;
  if (Notification.permission === "granted") return true;
  try {
    // Without permission nothing is shown: it tells the browsers apart that refuse to make one.
    new Notification("");
    return true;
  } catch {
    return false;
  }
}

/** Has the browser ask the person, who has just asked for it. Resolves to whether they let us; a no is kept. */
export async function askForPermission(): Promise<boolean> {
  const granted = (await Notification.requestPermission()) === "granted";
  chooseNotifications(granted ? "on" : "off");
  return granted;
}
