import { existsSync } from "node:fs";

const systemBrowsers = [
  process.env.CHROMIUM_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/** The path of a Chromium that this machine has, or undefined. */
export function systemBrowser(): string | undefined {
  return systemBrowsers.find((path) => path !== undefined && existsSync(path));
}
