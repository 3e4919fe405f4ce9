import type { Page } from "@playwright/test";
import { type OwnServer, startServer } from "../support/own-server";
import { makeRepeatedChats, type RepeatedChats } from "../support/repeated-chats";
import { expect, test, untilHydrated } from "./support";

/** What a chat of any length may have on its page when it opens, and once all of it was read: elements, and MB of memory. */
const opened = { elements: 2_500, heap: 20 };
const read = { elements: 4_000, heap: 40 };
const count = 500;

let server: OwnServer;
let long: RepeatedChats;

test.use({ baseURL: "" });
// One server for all: making the chat takes longer than looking at it.
test.describe.configure({ mode: "default", timeout: 180_000 });

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  long = await makeRepeatedChats(browser, [count]);
  server = await startServer({ DATA_DIR: long.directory });
});
test.afterAll(() => server.kill());

test.beforeEach(async ({ page }) => {
  await page.context().addCookies(long.cookies);
  await page.goto(`${server.origin}/chat/${long.chats[0]?.chatId}`);
  await page.waitForLoadState("networkidle");
});

const rows = (page: Page) => page.locator('[id^="message-"]');
const absent = (page: Page) => page.locator("[data-absent]");
const earlier = (page: Page) => page.locator('[data-slot="earlier-messages"]');

async function sizeOf(page: Page): Promise<{ elements: number; heap: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const heap = metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? Number.NaN;
  return { elements: await page.locator("*").count(), heap: heap / 1e6 };
}

const scrollTo = (page: Page, place: "beginning" | "end") =>
  page.getByRole("region", { name: "Conversation" }).evaluate((scroller, wanted) => {
    scroller.scrollTo({ top: wanted === "end" ? 0 : -scroller.scrollHeight });
  }, place);

async function readToBeginning(page: Page): Promise<void> {
  while (await earlier(page).isVisible()) {
    const before = await rows(page).count();
    await scrollTo(page, "beginning");
    await expect.poll(() => rows(page).count()).toBeGreaterThan(before);
  }
  await expect(rows(page)).toHaveCount(count);
}

test("a page holds little of a long chat, when it opens and after all of it was read", async ({
  page,
}) => {
  const atFirst = await sizeOf(page);
  expect(atFirst.elements).toBeLessThanOrEqual(opened.elements);
  expect(atFirst.heap).toBeLessThanOrEqual(opened.heap);

  await readToBeginning(page);
  await expect.poll(() => absent(page).count()).toBeGreaterThan(count / 2);
  const afterwards = await sizeOf(page);
  expect(afterwards.elements).toBeLessThanOrEqual(read.elements);
  expect(afterwards.heap).toBeLessThanOrEqual(read.heap);
});

test("what has left the page is found on it, and comes back as the reader left it", async ({
  page,
}) => {
  const fold = page.locator('[data-slot="action-fold"] > button, [data-slot="action"] > button');
  const pressed = fold.last();
  await pressed.hover();
  await untilHydrated(pressed);
  const wasOpen = (await pressed.getAttribute("aria-expanded")) === "true";
  await pressed.click();
  await readToBeginning(page);

  // A browser that finds words in a box says so before it shows them.
  const box = absent(page).nth(count / 3);
  const id = await box.getAttribute("id");
  const row = page.locator(`[id="${id}"]`);
  await expect(row.locator("[hidden=until-found]")).not.toBeEmpty();
  await row.evaluate((element) => {
    element.firstElementChild?.dispatchEvent(new Event("beforematch", { bubbles: true }));
    element.scrollIntoView({ block: "center" });
  });
  await expect(row.getByRole("article")).toBeInViewport();

  await scrollTo(page, "end");
  await expect(rows(page).last().getByRole("article")).toBeInViewport();
  await expect(pressed).toHaveAttribute("aria-expanded", String(!wasOpen));
});
