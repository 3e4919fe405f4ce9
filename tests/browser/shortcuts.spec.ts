import type { Page } from "@playwright/test";
import { ask, expect, messageBox, signInAsGuest, test, untilAnswered } from "./support";

const sheet = (page: Page) => page.getByRole("dialog", { name: "Keyboard shortcuts" });
const search = (page: Page) => page.getByRole("combobox", { name: "Search chats" });
const change = (page: Page, does: string) =>
  page.getByRole("button", { name: `Change the keys for “${does}”` });

const problem = (page: Page) => page.locator('[data-slot="shortcuts"] [role="alert"]');

test.beforeEach(({ page }) => signInAsGuest(page));

test("the list of shortcuts is on a key, and not while one writes", async ({ page }) => {
  await messageBox(page).press("?");
  await expect(messageBox(page)).toHaveValue("?");
  await messageBox(page).fill("");
  await messageBox(page).blur();
  await page.keyboard.press("?");
  await expect(sheet(page).getByRole("listitem")).toHaveCount(9);
  await page.keyboard.press("Escape");
  await expect(sheet(page)).toHaveCount(0);
});

test("keys are changed, refused with the reason, switched off and on, in all tabs", async ({
  page,
  context,
}) => {
  const settings = await context.newPage();
  await settings.goto("/settings#shortcuts");
  await change(settings, "Search chats").click();
  await settings.keyboard.press("/");
  await expect(problem(settings)).toContainText("taken by “Write a message”");
  await settings.keyboard.press("Control+t");
  await expect(problem(settings)).toContainText("kept by browsers");
  await settings.keyboard.press("Control+Shift+F");
  await expect(change(settings, "Search chats")).toBeFocused();

  // What one tab changes, another hears of a moment later.
  const searchButton = page.getByRole("button", { name: "Search chats" });
  await expect(searchButton).toHaveAttribute("aria-keyshortcuts", /Shift/);
  await page.keyboard.press("Control+k");
  await page.keyboard.press("Control+Shift+f");
  await expect(search(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(search(page)).toHaveCount(0);

  await settings.getByRole("button", { name: "No keys for “Write a message”" }).click();
  await messageBox(page).blur();
  await page.keyboard.press("/");
  await expect(messageBox(page)).not.toBeFocused();

  await settings.getByRole("switch", { name: "Shortcuts are on" }).uncheck();
  await expect(searchButton).not.toHaveAttribute("aria-keyshortcuts");
  await page.keyboard.press("Control+Shift+f");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toHaveCount(0);

  await settings.getByRole("button", { name: "As they came" }).click();
  await expect(searchButton).toHaveAttribute("aria-keyshortcuts", /K$/);
  await page.keyboard.press("/");
  await expect(messageBox(page)).toBeFocused();
  await page.keyboard.press("Control+k");
  await expect(search(page)).toBeFocused();
});

test("a new chat and the latest message are a key away", async ({ page }) => {
  await ask(page, "help");
  await untilAnswered(page);
  await messageBox(page).press("ArrowUp");
  const edited = page.getByRole("textbox", { name: "Your message, to be edited" });
  await expect(edited).toHaveValue("help");
  await edited.press("Escape");
  await messageBox(page).fill("two\nlines");
  await messageBox(page).press("ArrowUp");
  await expect(edited).toHaveCount(0);
  await messageBox(page).fill("");
  await page.keyboard.press("Control+Shift+O");
  await page.waitForURL((url) => url.pathname === "/");
  await expect(messageBox(page)).toBeFocused();
});

test("what is typed while the search is fetched is looked for", async ({ page }) => {
  const { promise: typed, resolve: release } = Promise.withResolvers<void>();
  await page.waitForLoadState("networkidle");
  await page.route("**/_next/static/**/*.js", async (route) => {
    await typed;
    await route.continue();
  });
  await page.keyboard.press("Control+k");
  await page.keyboard.type("pelicans");
  release();
  await expect(search(page)).toHaveValue("pelicans");
  await page.keyboard.type(" and");
  await expect(search(page)).toHaveValue("pelicans and");
  await page.keyboard.press("Escape");
  await expect(messageBox(page)).toBeFocused();
});

test("no shortcut opens anything over a dialog, also over one that is being fetched", async ({
  page,
}) => {
  await ask(page, "help");
  await untilAnswered(page);
  const { promise: pressed, resolve: release } = Promise.withResolvers<void>();
  await page.route("**/_next/static/**/*.js", async (route) => {
    await pressed;
    await route.continue();
  });
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await page.keyboard.press("Control+k");
  release();
  await expect(page.getByRole("dialog")).toHaveCount(1);
  await expect(page.getByRole("dialog", { name: /Share/ })).toBeVisible();
  await page.keyboard.press("Control+k");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(search(page)).toHaveCount(0);

  await page.getByRole("button", { name: "Guest" }).click();
  await expect(page.getByRole("menu")).toBeVisible();
  await page.keyboard.press("Control+k");
  await expect(search(page)).toHaveCount(0);
});
