import type { Locator, Page } from "@playwright/test";
import { action, connectCard, expect, messageBox, test, untilAnswered } from "./support";

/** Goes on with the Tab key until this has the focus; a mouse is never used. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible({ timeout: 45_000 });
  await expect(async () => {
    await page.keyboard.press("Tab");
    await expect(target).toBeFocused({ timeout: 50 });
  }).toPass({ intervals: [0], timeout: 30_000 });
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

test("sign in, ask, connect and approve by keyboard alone", async ({ page, context }) => {
  test.setTimeout(120_000);
  await page.goto("/signin");
  await tabTo(page, button(page, "Continue as guest"));
  await page.keyboard.press("Enter");
  await expect(messageBox(page)).toBeFocused();
  await page.keyboard.type("Create a branch by/keyboard off main in acme/api");
  await page.keyboard.press("Enter");

  await tabTo(page, button(page, "Connect Bitbucket"));
  const opened = context.waitForEvent("page");
  await page.keyboard.press("Enter");
  const consent = await opened;
  await tabTo(consent, button(consent, "Allow"));
  await consent.keyboard.press("Enter");
  await expect(consent.getByRole("heading", { name: /Connected/ })).toBeVisible();
  await consent.close();
  await expect(connectCard(page)).toHaveAttribute("data-status", "connected");

  await tabTo(page, button(page, "Create branch"));
  await page.keyboard.press("Space");
  await untilAnswered(page);
  await expect(action(page, /Created branch by\/keyboard/)).toBeVisible();

  await messageBox(page).blur();
  await page.keyboard.press("/");
  await expect(messageBox(page)).toBeFocused();
});
