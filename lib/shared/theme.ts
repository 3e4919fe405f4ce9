export const themes = ["system", "light", "dark"] as const;
/** `system`: what the person's system says, now and whenever that changes. */
export type Theme = (typeof themes)[number];

/** The cookie that a choice is kept in. The server reads it, so that a page comes in the right colours at once. */
export const themeCookie = "branchline-theme";

/** What stands behind everything, for the bars that a browser draws around a page. */
export const pageColors = { light: "#fbfaf7", dark: "#181715" };

/** The theme of that name; the system's for everything else. */
export const parseTheme = (name: unknown): Theme =>
  themes.find((theme) => theme === name) ?? "system";
