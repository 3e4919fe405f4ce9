import type { Locator, Page } from "@playwright/test";
import { connectSilently } from "./api";
import { action, approvalFor, ask, expect, signInAsGuest, test, untilAnswered } from "./support";
import { expectAudited, openWorld, sandboxDirectory } from "./world";

test.beforeEach(async ({ page }) => {
  await signInAsGuest(page);
  await connectSilently(page);
});

const yes = (card: Locator) => card.locator("footer").getByRole("button").first();
const edit = (card: Locator) => card.getByRole("button", { name: "Edit", exact: true });
const title = (card: Locator) => card.getByRole("textbox", { name: "Title" });

async function askForIssue(page: Page): Promise<Locator> {
  await ask(page, "Create an issue “Login is slow” in acme/api");
  return approvalFor(page, /Login is slow/);
}

test("what is edited is what is done, and both are shown", async ({ page }, info) => {
  const card = await askForIssue(page);
  await edit(card).click();
  await expect(title(card)).toBeFocused();
  await title(card).fill("Login takes nine seconds");
  await expect(card.getByRole("heading")).toContainText("Login takes nine seconds");
  await card.getByRole("textbox", { name: "Content" }).fill("Since Monday.\n\nOn all branches.");
  await card.getByRole("button", { name: "7 more fields" }).click();
  await card.getByRole("combobox", { name: "Priority" }).selectOption("critical");
  await title(card).press("Enter");
  await expect(card).toBeVisible();
  await yes(card).click();
  await untilAnswered(page);

  const done = action(page, /Created issue/);
  await expect(done).toContainText("Edited by you");
  await expect(done.locator("del").first()).toHaveText("Login is slow");
  await expect(done.locator("ins").first()).toHaveText("Login takes nine seconds");
  await page.reload();
  await expect(done).toContainText("Priority: before: none, now: critical");
  const world = await openWorld(page, sandboxDirectory(info));
  expect((await world.changeLog()).map(({ arguments: sent }) => sent)).toEqual([
    {
      workspace: "acme",
      repo_slug: "api",
      title: "Login takes nine seconds",
      content: "Since Monday.\n\nOn all branches.",
      priority: "critical",
    },
  ]);
  await expectAudited(page, world);
});

test("what was typed stays when it is refused, when it is warned of and when nothing answers", async ({
  page,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 422|ERR_FAILED/);
  const card = await askForIssue(page);
  await edit(card).click();
  await card.getByRole("textbox", { name: "Content" }).fill("What I wrote.");
  await title(card).fill("");
  await yes(card).click();
  await expect(card.getByRole("alert")).toContainText("“title” must not have fewer than 1");
  await expect(card.getByRole("textbox", { name: "Content" })).toHaveValue("What I wrote.");

  await page.route("**/api/approvals/*", (route) => route.abort());
  await title(card).fill("Login\u200B is slow");
  await yes(card).click();
  await expect(card.getByRole("alert")).toContainText("Your answer was not sent.");
  await expect(title(card)).toHaveValue("Login\u200B is slow");
  await page.unroute("**/api/approvals/*");

  await expect(card).toContainText("Login\\u{200B} is slow");
  await yes(card).click();
  await expect(card.getByRole("alert")).toContainText("Nothing was done yet.");
  await expect(card.getByRole("alert")).toContainText("“title” has characters that are not seen");
  await expect(card.getByRole("combobox", { name: /next time/ })).toHaveCount(0);
  await expect(title(card)).toHaveValue("Login\u200B is slow");
  await title(card).fill("Login is slower");
  await yes(card).click();
  await untilAnswered(page);
  await expect(action(page, /Created issue/)).toContainText("Login is slower");
});

test("an edit can be discarded, and its place is fixed", async ({ page }, info) => {
  const card = await askForIssue(page);
  await edit(card).click();
  await expect(card.getByRole("textbox", { name: "Repository" })).toHaveCount(0);
  await title(card).fill("Never said");
  await card.getByRole("button", { name: "Discard my changes" }).click();
  await expect(edit(card)).toBeFocused();
  await expect(card.getByRole("heading")).toContainText("Login is slow");
  await yes(card).click();
  await untilAnswered(page);
  const done = action(page, /Created issue/);
  await expect(done).toContainText("Login is slow");
  await expect(done).not.toContainText("Edited by you");
  const world = await openWorld(page, sandboxDirectory(info));
  await expectAudited(page, world);
});

test("of a batch each can be edited", async ({ page }, info) => {
  await ask(page, "Create branches b/one and b/two off main in acme/api");
  const card = await approvalFor(page, /2 changes wait/);
  await card.getByRole("button", { name: "What is sent" }).nth(1).click();
  await expect(edit(card)).toHaveAccessibleDescription("Create branch b/two in acme/api");
  await edit(card).click();
  await card.getByRole("textbox", { name: "Name" }).fill("b/three");
  await expect(card.getByRole("checkbox", { name: /b\/three/ })).toBeChecked();
  await yes(card).click();
  await untilAnswered(page);
  const world = await openWorld(page, sandboxDirectory(info));
  const branches = await world.branches("acme/api");
  expect(["b/one", "b/two", "b/three"].map((name) => branches.has(name))).toEqual([
    true,
    false,
    true,
  ]);
  await expectAudited(page, world);
});

test("an update says what it takes the place of, as far as that was read", async ({ page }) => {
  await ask(page, "Set issue #1 in acme/api to resolved");
  const unread = await approvalFor(page, /Update issue #1/);
  await expect(unread.locator("del")).toHaveCount(0);
  await unread.getByRole("button", { name: "Don't" }).click();
  await untilAnswered(page);

  await ask(page, "Which issues are in acme/api?");
  await untilAnswered(page);
  await ask(page, "Set issue #1 in acme/api to resolved");
  const card = await approvalFor(page, /Update issue #1 “Set up the pipeline”/);
  await expect(card.locator("del")).toHaveText("closed");
  await expect(card.locator("ins")).toHaveText("resolved");
  await yes(card).click();
  await untilAnswered(page);

  await ask(page, "Set issue #1 in acme/api to open");
  const again = await approvalFor(page, /Update issue #1/);
  await expect(again.locator("del")).toHaveText("resolved");
});
