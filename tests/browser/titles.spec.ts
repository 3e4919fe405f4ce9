import type { Page } from "@playwright/test";
import { ask, expect, signInAsGuest, test, untilAnswered } from "./support";

const rows = (page: Page) => page.locator('[data-slot="chat-list-row"]');
const header = (page: Page) => page.locator('[data-slot="chat-header"]').getByRole("heading");

test("a chat is named after its first answer, in the list, the header and the tab", async ({
  page,
}) => {
  await signInAsGuest(page);
  await ask(page, "Hello there! Could you please tell me what you can do for me?");
  await untilAnswered(page);
  await expect(header(page)).toHaveText("Tell me what you can do for me");
  await expect(rows(page).first()).toContainText("Tell me what you can do for me");
  await expect(page).toHaveTitle("Tell me what you can do for me – Branchline");

  await ask(page, "Please, what is your name?");
  await untilAnswered(page);
  await page.reload();
  await expect(header(page)).toHaveText("Tell me what you can do for me");
});
