import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Cookie, Page, Route } from "@playwright/test";
import { type OwnServer, startServer } from "../support/own-server";
import { lookAt } from "./looks/look-at";
import { ask, expect, signInAsGuest, test, textOf, untilAnswered } from "./support";

const count = 100_000;
/** Messages of a page. */
const size = 20;

let server: OwnServer;
let address: string;
let cookies: Cookie[];

test.use({ baseURL: "" });
// One server for all: making the chat takes longer than looking at it.
test.describe.configure({ mode: "default", timeout: 180_000 });

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  const dataDirectory = mkdtempSync(join(tmpdir(), "branchline-long-"));
  server = await startServer({ DATA_DIR: dataDirectory });
  const page = await browser.newPage();
  await signInAsGuest(page, server.origin);
  cookies = await page.context().cookies();
  await page.close();
  // The database has one owner at a time.
  await server.kill();
  const seed = ["--conditions=react-server", "tests/browser/seed-long-chat.ts"];
  const printed = execFileSync("node", [...seed, dataDirectory, String(count)]);
  await server.restart();
  address = `${server.origin}/chat/${String(printed).trim()}`;
});
test.afterAll(() => server.kill());

test.beforeEach(async ({ page, consoleErrors }) => {
  consoleErrors.allow(/ERR_FAILED/);
  await page.context().addCookies(cookies);
  await page.goto(address);
  await expect(messages(page)).toHaveCount(size);
});

/** Those that are far away among them. */
const messages = (page: Page) => page.locator('[id^="message-"]');
const more = (page: Page) => page.locator('[data-slot="earlier-messages"]').getByRole("button");
const earlierPage = /\/messages\?before=/;

/** The numbers of the messages on the page, in order. */
async function numbers(page: Page): Promise<number[]> {
  const texts = await messages(page).allTextContents();
  return texts.map((text) => Number(/Message (\d+)\./.exec(text)?.[1]));
}

const sequence = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_value, index) => first + index);

/** Keeps pages of earlier messages back until it is called. */
async function holdBack(page: Page): Promise<() => void> {
  const held = Promise.withResolvers<void>();
  await page.route(earlierPage, async (route: Route) => {
    await held.promise;
    await route.continue();
  });
  return held.resolve;
}

/** Where on the screen a message stands. */
async function placeOf(page: Page, number: number): Promise<number> {
  const box = await messages(page)
    .filter({ hasText: `Message ${number}.` })
    .boundingBox();
  return box?.y ?? Number.NaN;
}

async function scrollToTop(page: Page): Promise<void> {
  await page.getByRole("region", { name: "Conversation" }).evaluate((scroller) => {
    scroller.scrollTo({ top: -scroller.scrollHeight });
  });
}

test("opens at its end; the page before comes when the reader nears the top, and moves nothing", async ({
  page,
}) => {
  expect(await numbers(page)).toEqual(sequence(count - size + 1, count));
  await expect(messages(page).last()).toBeInViewport();

  const release = await holdBack(page);
  await scrollToTop(page);
  await expect(more(page)).toHaveText("Loading earlier messages…");
  await expect(messages(page).first()).toBeInViewport();
  const before = await placeOf(page, count - size + 1);
  release();
  await expect(messages(page)).toHaveCount(2 * size);
  expect(Math.abs((await placeOf(page, count - size + 1)) - before)).toBeLessThan(2);
  expect(await numbers(page)).toEqual(sequence(count - 2 * size + 1, count));
  // What came is old: nothing new waits at the end.
  await expect(page.getByRole("button", { name: "Go to the end" })).toBeVisible();
});

test("the list of prompts leads to each of them, by keyboard as well", { tag: "@gallery" }, async ({
  page,
}) => {
  await page.getByRole("button", { name: "Jump to a prompt" }).focus();
  await page.keyboard.press("Enter");
  const prompts = page.getByRole("menuitem");
  await expect(prompts).toHaveCount(size / 2);
  await expect(prompts.first()).toBeFocused();
  await lookAt(page, "prompts");
  await prompts.nth(3).press("Enter");
  // By its words: so near to the beginning of the page, earlier messages may come before it.
  const wanted = messages(page).filter({ hasText: `Message ${count - size + 7}.` });
  await expect(wanted).toBeInViewport();
  await expect(page.locator('[id^="message-"]:focus-within')).toContainText(
    `Message ${count - size + 7}.`,
  );
  await lookAt(page, "long-chat");
});

test("a page that cannot be loaded says so and is tried again by hand", async ({ page }) => {
  await page.route(earlierPage, (route) => route.abort());
  await scrollToTop(page);
  const row = page.locator('[data-slot="earlier-messages"]');
  await expect(row.getByRole("alert")).toContainText("Earlier messages could not be loaded.");
  await expect(more(page)).toHaveText("Try again");
  await page.unroute(earlierPage);
  await more(page).click();
  await expect(messages(page)).toHaveCount(2 * size);
  expect(await numbers(page)).toEqual(sequence(count - 2 * size + 1, count));
});

test("earlier messages can be loaded by keyboard, and stay when the chat goes on", async ({
  page,
}) => {
  await more(page).focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => messages(page).count()).toBeGreaterThanOrEqual(2 * size);
  await expect(more(page)).toBeFocused();
  await expect(more(page)).toHaveText("Load earlier messages");
  const loaded = (await numbers(page)).length;

  await ask(page, "What can you do?");
  await untilAnswered(page);
  await expect(messages(page)).toHaveCount(loaded + 2);
  expect((await numbers(page)).slice(0, loaded)).toEqual(sequence(count - loaded + 1, count));
  await page.reload();
  await expect(messages(page)).toHaveCount(size);
  expect(await textOf(messages(page).nth(size - 2))).toContain("What can you do?");
});
