import { join } from "node:path";
import type { Page } from "@playwright/test";

/** Writes a picture for the documentation, when the run was asked to (`UPDATE_SCREENSHOTS=1`). */
export async function screenshot(page: Page, name: string): Promise<void> {
  if (process.env.UPDATE_SCREENSHOTS !== "1") return;
  await page.screenshot({
    path: join("docs", "screenshots", `${name}.png`),
    animations: "disabled",
    caret: "hide",
  });
}
