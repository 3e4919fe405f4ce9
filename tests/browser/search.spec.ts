import type { Page } from "@playwright/test";
import { connectSilently } from "./api";
import {
  answers,
  ask,
  chatPath,
  expect,
  messageBox,
  signInAsGuest,
  test,
  untilAnswered,
} from "./support";

const own = (page: Page) => page.getByRole("article", { name: "You" });
const field = (page: Page) => page.getByRole("combobox", { name: "Search chats" });
const hits = (page: Page) => page.getByRole("option");
const found = (page: Page) => page.locator("[data-found]");
const openSearch = async (page: Page) => {
  await page.keyboard.press("ControlOrMeta+k");
  await expect(field(page)).toBeFocused();
};
/** Scripts of our own that the page has asked for. */
const scripts = (page: Page) =>
  page.evaluate(
    () =>
      performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".js")).length,
  );
const newChat = (page: Page) => page.getByRole("link", { name: "New chat" }).click();

test.beforeEach(async ({ page }) => {
  await signInAsGuest(page);
  await connectSilently(page);
});

test("a message is found as one types, and opened by keyboard alone", async ({ page }) => {
  await ask(page, "Say hello to feature/login of acme/api");
  const path = await chatPath(page);
  await untilAnswered(page);
  await newChat(page);
  await ask(page, "Something else entirely");
  await untilAnswered(page);

  // What the search takes is fetched by who searches.
  const before = await scripts(page);
  await openSearch(page);
  expect(await scripts(page)).toBeGreaterThan(before);
  await field(page).pressSequentially("feature/lo");
  const hit = hits(page).filter({ hasText: "Say hello" }).first();
  await expect(
    hit
      .locator("mark")
      .filter({ hasText: /^feature\/login$/ })
      .first(),
  ).toBeVisible();
  await expect(field(page)).toHaveAttribute("aria-activedescendant", /.+/);
  await field(page).press("ArrowDown");
  await field(page).press("ArrowUp");
  await expect(hits(page).first()).toHaveAttribute("aria-selected", "true");
  const words = await hits(page).first().textContent();
  await field(page).press("Enter");
  await page.waitForURL((url) => url.pathname === path && url.searchParams.has("message"));
  await expect(found(page)).toHaveCount(1);
  await expect(found(page)).toBeInViewport();
  await expect(found(page)).toBeFocused();
  expect(words).toContain("Say hello");

  // Loaded again it is there again, until the chat goes on.
  await page.reload();
  await expect(found(page)).toBeFocused();
  await ask(page, "List my workspaces");
  await untilAnswered(page);
  await page.reload();
  await expect(own(page)).toHaveCount(2);
  await expect(found(page)).toHaveCount(0);
});

test("what is found in another version of a chat has that version shown", async ({ page }) => {
  await ask(page, "List the pelicans");
  await untilAnswered(page);
  await own(page).hover();
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  const box = page.getByRole("textbox", { name: "Your message, to be edited" });
  await box.fill("List the herons");
  await box.press("Enter");
  await untilAnswered(page);
  await expect(own(page)).toContainText("herons");

  await openSearch(page);
  await field(page).fill("pelicans");
  await hits(page).filter({ hasText: "You wrote" }).first().click();
  await expect(found(page)).toContainText("pelicans");
  await expect(page.locator('[data-slot="versions"]')).toContainText("1 of 2");

  // What is on the page already is shown where it stands, as often as it is looked for.
  for (let time = 0; time < 2; time += 1) {
    await messageBox(page).focus();
    await openSearch(page);
    await field(page).fill("pelicans");
    await hits(page).filter({ hasText: "You wrote" }).first().click();
    await expect(found(page)).toBeFocused();
  }
});

test("says how it stands: nothing typed, nothing found, no network and back again", async ({
  page,
  consoleErrors,
}) => {
  consoleErrors.allow(/ERR_INTERNET_DISCONNECTED|503/);
  await ask(page, "Something about pelicans");
  await untilAnswered(page);
  await page.getByRole("button", { name: "Search chats" }).click();
  await expect(page.getByText("Type the beginnings of words")).toBeVisible();
  await field(page).fill("zebras");
  await expect(page.getByText("Nothing was found")).toBeVisible();

  await page.context().setOffline(true);
  await field(page).fill("pelicans");
  await expect(page.getByText("You are offline")).toBeVisible();
  await page.context().setOffline(false);
  await expect(hits(page).first()).toBeVisible();

  await page.route("**/api/search?*", (route) =>
    route.fulfill({ status: 503, json: { error: { code: "x", message: "Not just now." } } }),
  );
  await field(page).fill("pelican");
  await expect(page.getByRole("alert")).toContainText("Not just now.");
  await page.unroute("**/api/search?*");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(hits(page).first()).toBeVisible();

  await page.keyboard.press("Escape");
  await expect(field(page)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Search chats" })).toBeFocused();
  await expect(answers(page)).toHaveCount(1);
});

test("only the last of what was typed is shown, whichever answer comes first", async ({ page }) => {
  await ask(page, "Something about pelicans and herons");
  await untilAnswered(page);
  const late = Promise.withResolvers<void>();
  await page.route("**/api/search?query=herons", async (route) => {
    await late.promise;
    await route.continue().catch(() => undefined);
  });
  await openSearch(page);
  const asked = page.waitForRequest(/query=herons/);
  await field(page).fill("herons");
  await asked;
  await field(page).fill("pelicans");
  await expect(hits(page).first().locator("mark").first()).toHaveText("pelicans");
  late.resolve();
  await expect(hits(page).first().locator("mark").first()).toHaveText("pelicans");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("the search is opened from the list of chats, and fills the screen", async ({ page }) => {
    await ask(page, "Something about pelicans");
    await untilAnswered(page);
    await page.getByRole("button", { name: "Open the list of chats" }).click();
    await page.getByRole("button", { name: "Search chats" }).click();
    await expect(field(page)).toBeFocused();
    await field(page).fill("pelicans");
    await hits(page).first().click();
    await expect(found(page)).toBeInViewport();
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });
});
