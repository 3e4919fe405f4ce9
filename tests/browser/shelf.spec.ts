import type { Page } from "@playwright/test";
import { answers, ask, chatPath, expect, signInAsGuest, test, untilAnswered } from "./support";

const list = (page: Page) => page.getByRole("navigation", { name: "Chats" });
const rows = (page: Page) => list(page).locator('[data-slot="chat-list-row"]');
const pinned = (page: Page) =>
  list(page).locator("section", { has: page.getByRole("heading", { name: "Pinned" }) });
const archived = (page: Page) => page.getByRole("list", { name: "Archived chats" });
const undo = (page: Page) => page.getByRole("button", { name: "Undo" });
const said = (page: Page) => page.getByRole("status").filter({ has: undo(page) });
const question = "Hello, what can you do for me?";

async function choose(page: Page, entry: string): Promise<void> {
  await page
    .getByRole("button", { name: /^Options for/ })
    .first()
    .click();
  await page.getByRole("menuitem", { name: entry, exact: true }).click();
}

/** The same, without a pointer. */
async function chooseByKeyboard(page: Page, entry: string): Promise<void> {
  await page
    .getByRole("button", { name: /^Options for/ })
    .first()
    .focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem").first()).toBeFocused();
  await page.keyboard.type(entry.slice(0, 2));
  await expect(page.getByRole("menuitem", { name: entry, exact: true })).toBeFocused();
  await page.keyboard.press("Enter");
}

/** A second tab of the same browser. */
async function secondTab(page: Page): Promise<Page> {
  const tab = await page.context().newPage();
  await tab.goto("/");
  await expect(rows(tab)).toHaveCount(1);
  return tab;
}

let path: string;
test.beforeEach(async ({ page }) => {
  await signInAsGuest(page);
  await ask(page, question);
  path = await chatPath(page);
  await untilAnswered(page);
});

test("a deleted chat goes at once, in every tab, and comes back with Undo by keyboard", async ({
  page,
}) => {
  const other = await secondTab(page);
  await chooseByKeyboard(page, "Delete");
  await expect(rows(page)).toHaveCount(0);
  await page.waitForURL((url) => url.pathname === "/");
  await expect(said(page)).toContainText("Deleted: ");
  await expect(undo(page)).toBeFocused();
  await other.bringToFront();
  await expect(rows(other)).toHaveCount(0);
  await expect(undo(other)).toHaveCount(0);

  await page.bringToFront();
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname === path);
  await expect(rows(page)).toHaveCount(1);
  await expect(answers(page).first()).toBeVisible();
  await expect(undo(page)).toHaveCount(0);
  await other.bringToFront();
  await expect(rows(other)).toHaveCount(1);
});

test("a tab that is closed neither loses a deleted chat nor brings it back", async ({ page }) => {
  const api = `/api${path.replace("chat", "chats")}`;
  const other = await page.context().newPage();
  await other.goto("/settings");
  const deleted = page.waitForResponse((response) => response.request().method() === "DELETE");
  await choose(page, "Delete");
  await deleted;
  await page.close();
  expect((await other.request.get(api)).status()).toBe(404);
  await other.goto("/");
  await expect(list(other)).toContainText("No chats yet");
  const headers = { origin: new URL(other.url()).origin };
  const restored = await other.request.post(`${api}/restore`, { headers, data: {} });
  expect(restored.status()).toBe(204);
  await other.reload();
  await expect(rows(other)).toHaveCount(1);
});

test("what was typed stays while a deletion can be taken back, and goes with it", async ({
  page,
}) => {
  const box = page.getByRole("textbox", { name: "Message" });
  const drafts = () => page.evaluate(() => JSON.stringify({ ...localStorage }));
  await box.fill("Half a thought");
  await expect.poll(drafts).toContain("Half a thought");
  await choose(page, "Delete");
  await undo(page).click();
  await page.waitForURL((url) => url.pathname === path);
  await expect(box).toHaveValue("Half a thought");
  await choose(page, "Delete");
  await page.getByRole("button", { name: "Dismiss" }).filter({ visible: true }).click();
  await expect(undo(page)).toHaveCount(0);
  expect(await drafts()).not.toContain("Half a thought");
});

test("a chat pinned in one tab stands above the others in the other", async ({ page }) => {
  const other = await secondTab(page);
  await page.bringToFront();
  await ask(page, "help");
  await page.getByRole("link", { name: "New chat" }).click();
  await ask(page, "help");
  await untilAnswered(page);
  await expect(rows(page)).toHaveCount(2);
  await list(page)
    .getByRole("button", { name: /^Options for/ })
    .last()
    .click();
  await page.getByRole("menuitem", { name: "Pin", exact: true }).click();
  await expect(pinned(page).getByRole("link")).toHaveAttribute("href", path);
  await expect(rows(page)).toHaveCount(2);
  await other.bringToFront();
  await expect(pinned(other).getByRole("link")).toHaveAttribute("href", path);
  await expect(rows(other).first().getByRole("link")).toHaveAttribute("href", path);

  await other.reload();
  await expect(pinned(other)).toHaveCount(1);
  await choose(other, "Unpin");
  await expect(pinned(other)).toHaveCount(0);
  await page.bringToFront();
  await expect(pinned(page)).toHaveCount(0);
  await expect(rows(page)).toHaveCount(2);
});

test("an archived chat is found by search and on its page, and goes back to the list", async ({
  page,
}) => {
  await chooseByKeyboard(page, "Archive");
  await expect(rows(page)).toHaveCount(0);
  await expect(said(page)).toContainText("Archived: ");
  await page.keyboard.press("Enter");
  await expect(rows(page)).toHaveCount(1);

  await choose(page, "Archive");
  await expect(rows(page)).toHaveCount(0);
  await page.keyboard.press("ControlOrMeta+k");
  await page.getByRole("combobox", { name: "Search chats" }).fill("hello");
  await expect(page.getByRole("option").first()).toBeVisible();
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Guest" }).click();
  await page.getByRole("menuitem", { name: "Archived chats" }).click();
  await expect(archived(page).getByRole("link")).toHaveAttribute("href", path);
  await choose(page, "Bring back");
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByText("Nothing is archived")).toBeVisible();

  // What is written in is no longer out of sight.
  await choose(page, "Archive");
  await expect(archived(page).getByRole("listitem")).toHaveCount(1);
  await archived(page).getByRole("link").click();
  await page.waitForURL((url) => url.pathname === path);
  await ask(page, "help");
  await expect(rows(page)).toHaveCount(1);
});

test.describe("by touch", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("a chat is deleted and comes back in the sheet that lists it", async ({ page }) => {
    await page.getByRole("button", { name: "Open the list of chats" }).tap();
    const sheet = page.getByRole("dialog", { name: "Chats" });
    const shown = sheet.locator('[data-slot="chat-list-row"]');
    await shown.getByRole("button", { name: /^Options for/ }).tap();
    await page.getByRole("menuitem", { name: "Delete", exact: true }).tap();
    await expect(shown).toHaveCount(0);
    await undo(page).filter({ visible: true }).tap();
    await page.waitForURL((url) => url.pathname === path);
    await expect(answers(page).first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});
