import type { Page } from "@playwright/test";
import { connectSilently } from "./api";
import {
  answers,
  approvalFor,
  approve,
  ask,
  expect,
  messageBox,
  notice,
  outcome,
  signInAsGuest,
  test,
  untilAnswered,
} from "./support";
import { openWorld, sandboxDirectory } from "./world";

const own = (page: Page) => page.getByRole("article", { name: "You" });
const editBox = (page: Page) => page.getByRole("textbox", { name: "Your message, to be edited" });
const versions = (page: Page) => page.locator('[data-slot="versions"]');
const editButton = (page: Page) => page.getByRole("button", { name: "Edit", exact: true });

test.beforeEach(async ({ page }) => {
  await signInAsGuest(page);
  await connectSilently(page);
});

test("an edited message is a version of its own; the way back leads over all that was done", async ({
  page,
}, info) => {
  await ask(page, "Create a branch version/one off main in acme/api");
  await approve(page, /version\/one/);
  await untilAnswered(page);
  await ask(page, "List the branches of acme/api");
  await untilAnswered(page);

  await own(page).first().hover();
  await editButton(page).first().click();
  await expect(editBox(page)).toBeFocused();
  await editBox(page).fill("Create a branch version/two off main in acme/api");
  await editBox(page).press("Enter");
  await approvalFor(page, /version\/two/);
  await expect(own(page)).toHaveCount(1);
  await expect(versions(page)).toContainText("2 of 2");
  await expect(versions(page)).toContainText("Version 1 changed something that still stands");
  await expect(page.getByRole("button", { name: "Version before" })).toBeDisabled();
  await approve(page, /version\/two/);
  await untilAnswered(page);

  await page.reload();
  await expect(versions(page)).toContainText("2 of 2");
  await page.getByRole("button", { name: "Version before" }).click();
  await expect(own(page)).toHaveCount(2);
  await expect(own(page).first()).toContainText("version/one");
  await expect(versions(page)).toContainText("1 of 2");
  await expect(versions(page)).toContainText("Version 2 changed something that still stands");

  const branches = await (await openWorld(page, sandboxDirectory(info))).branches("acme/api");
  expect([branches.has("version/one"), branches.has("version/two")]).toEqual([true, true]);
});

test("the same change in another version is asked about as done already", async ({ page }) => {
  const words = "Create a branch version/same off main in acme/api";
  await ask(page, words);
  await approve(page, /version\/same/);
  await untilAnswered(page);
  await page.getByRole("button", { name: "Answer again" }).click();
  const card = await approvalFor(page, /version\/same/);
  await expect(card).toContainText("This was done already, in another version of this chat.");
  await expect(versions(page).last()).toContainText("2 of 2");
});

test("another answer, asked for by keyboard alone, and in a second tab", async ({ page }) => {
  await ask(page, "List my workspaces");
  await untilAnswered(page);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await expect(answers(other)).toHaveCount(1);

  const again = page.getByRole("button", { name: "Answer again" });
  await again.focus();
  await again.press("Enter");
  await expect(versions(page)).toContainText("2 of 2");
  await untilAnswered(page);
  await expect(answers(page)).toHaveCount(1);

  await other.bringToFront();
  await other.reload();
  await expect(versions(other)).toContainText("2 of 2");
  await other.getByRole("button", { name: "Version before" }).click();
  await expect(versions(other)).toContainText("1 of 2");
});

test("an edit that cannot be sent keeps its words, and Escape leaves everything as it was", async ({
  page,
  consoleErrors,
}) => {
  consoleErrors.allow(/ERR_INTERNET_DISCONNECTED/);
  await ask(page, "List my workspaces");
  await untilAnswered(page);
  await own(page).hover();
  await editButton(page).click();
  await editBox(page).fill("List my repositories");
  await page.context().setOffline(true);
  await editBox(page).press("Enter");
  await expect(notice(page)).toBeVisible();
  await expect(editBox(page)).toHaveValue("List my repositories");
  await expect(answers(page)).toHaveCount(1);
  await page.context().setOffline(false);
  await editBox(page).press("Escape");
  await expect(editButton(page)).toBeFocused();
  await expect(own(page)).toContainText("List my workspaces");
  await expect(versions(page)).toHaveCount(0);
  await expect(outcome(page)).toHaveCount(0);
  await expect(messageBox(page)).toBeVisible();
});
