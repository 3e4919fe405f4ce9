import { pageColors, parseTheme, type Theme } from "@/lib/shared/theme";

const channelName = "branchline-theme";

const listeners = new Set<() => void>();

function show(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === "system") delete dataset.theme;
  else dataset.theme = theme;
  // The server writes one for each of the system's schemes. Changed in place: they are React's.
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const scheme = meta.media.includes("dark") ? "dark" : "light";
    meta.content = pageColors[theme === "system" ? scheme : theme];
  }
  for (const listener of listeners) listener();
}

/** In all tabs of this browser. */
export function showEverywhere(theme: Theme): void {
  show(theme);
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(theme);
  channel.close();
}

/** Shows what is chosen in other tabs. */
export function followTheme(): void {
  new BroadcastChannel(channelName).addEventListener("message", ({ data }) =>
    show(parseTheme(data)),
  );
}

/** The theme that is shown. */
export const shownTheme = (): Theme => parseTheme(document.documentElement.dataset.theme);

/** Calls back whenever another is shown, until the returned function is called. */
export function onThemeChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
