import { onLocalTextChange, readLocalText, writeLocalText } from "../local-text";

const name = "notifications";

/**
 * What a person wants to be told of while nothing of the app is in sight. `untitled`: without the titles of chats. `unasked`
 * until they have been asked.
 */
export type NotificationChoice = "on" | "untitled" | "off" | "unasked";

const listeners = new Set<() => void>();

/** As kept in this browser. */
export function notificationChoice(): NotificationChoice {
  const kept = readLocalText(name);
  return kept === "on" || kept === "untitled" || kept === "off" ? kept : "unasked";
}

/** In all tabs of this browser. */
export function chooseNotifications(choice: Exclude<NotificationChoice, "unasked">): void {
  writeLocalText(name, choice);
  for (const listener of listeners) listener();
}

/** Calls back whenever something else is chosen, here or in another tab, until the returned function is called. */
export function onNotificationChoice(listener: () => void): () => void {
  listeners.add(listener);
  const hangUp = onLocalTextChange(name, listener);
  return () => {
    listeners.delete(listener);
    hangUp();
  };
}
