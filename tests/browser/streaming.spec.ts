import { type OwnServer, startServer } from "../support/own-server";
import { readChat } from "./api";
import { lookAt } from "./looks/look-at";
import {
  answers,
  ask,
  chatPath,
  expect,
  outcome,
  signUp,
  stopButton,
  test,
  textOf,
  untilAnswered,
  untilStreaming,
} from "./support";
import { startTalkingModel, type TalkingModel } from "./talking-model";

// One server for all: its model talks until a test ends it, so that "in the middle" is a place and not a race.
test.describe.configure({ mode: "default" });
let model: TalkingModel;
let server: OwnServer;

test.beforeAll(async () => {
  model = await startTalkingModel();
  server = await startServer({ OPENAI_API_KEY: "key", OPENAI_BASE_URL: model.origin });
});
test.afterAll(async () => {
  await server.kill();
  await model.close();
});
test.beforeEach(async ({ page }) => {
  await signUp(page, server.origin);
  await ask(page, "Talk to me");
  await untilStreaming(page, /word9 /);
  await chatPath(page);
});

/** No word is missing and none is there twice. */
function expectWhole(text: string): void {
  const words = text.trim().split(/\s+/);
  expect(words).toEqual([...words.slice(1).map((_, index) => `word${index + 1}`), words.at(-1)]);
}

test("a reload and a second tab in the middle of a text", async ({ page }) => {
  await page.reload();
  await untilStreaming(page, /word30 /);
  const second = await page.context().newPage();
  await second.goto(page.url());
  await untilStreaming(second, /word40 /);
  model.finish();
  await untilAnswered(page);
  await untilAnswered(second);

  const text = await textOf(answers(page));
  expectWhole(text);
  expect(text).toMatch(/the-end$/);
  await expect(answers(second)).toHaveText([text]);
  await page.reload();
  await expect(answers(page)).toHaveText([text]);
});

test("with no browser at all, the answer is written to its end", async ({ page, context }) => {
  const address = page.url();
  const path = await chatPath(page);
  await page.goto("about:blank");
  await page.close();
  expect(model.writing()).toBe(1);
  model.finish();

  const later = await context.newPage();
  await later.goto(`${server.origin}/connections`);
  await expect.poll(async () => (await readChat(later, path)).live).toBe(false);
  await later.goto(address);
  await untilAnswered(later);
  expectWhole(await textOf(answers(later)));
});

test("stop keeps what was said, and ends the model's call", async ({ page }) => {
  await stopButton(page).click();
  await untilAnswered(page);
  await expect(outcome(page)).toContainText("Stopped by you");
  await expect.poll(model.writing).toBe(0);
  const text = await textOf(answers(page));
  expect(text).toContain("word9 ");
  await page.reload();
  await expect(answers(page)).toHaveText([text]);

  await ask(page, "Once more");
  await expect(answers(page)).toHaveCount(2);
  await untilStreaming(page, /word9 /);
  model.finish();
  await untilAnswered(page);
  await expect(answers(page).last()).toContainText("the-end");
});

test("while it is written it stays calm: nothing moves, nothing is read out before the end", {
  tag: "@gallery",
}, async ({ page }) => {
  test.setTimeout(120_000);
  const moving = () => page.evaluate(() => document.getAnimations().length);
  const readOut = () =>
    page.locator('[role="status"], [role="alert"], [aria-live="polite"]').allTextContents();
  expect(await moving()).toBe(0);
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await expect.poll(moving).toBeGreaterThan(0);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await expect.poll(moving).toBe(0);
  expect((await readOut()).join("")).not.toContain("word");
  await lookAt(page, "running");

  model.finish();
  await untilAnswered(page);
  await expect(page.getByText("Answer finished")).toHaveRole("status");
  expect((await readOut()).join("")).not.toContain("word");
});

test("Escape stops it, from anywhere but a dialog", async ({ page }) => {
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(stopButton(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await untilAnswered(page);
  await expect(outcome(page)).toContainText("Stopped by you");
});

test("who reads above its end stays there, and is told of a new answer", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 400 });
  await untilStreaming(page, /word400 /);
  const scroller = page.getByRole("region", { name: "Conversation" });
  await scroller.evaluate((element) => element.scrollTo({ top: -element.scrollHeight }));
  const first = page.getByRole("article", { name: "You" });
  await expect(first).toBeInViewport();
  const toEnd = page.getByRole("button", { name: "New answer" });
  await expect(toEnd).toBeVisible();
  await untilStreaming(page, /word440 /);
  await expect(first).toBeInViewport();
  model.finish();
  await untilAnswered(page);
  await toEnd.click();
  await expect(page.getByText("the-end")).toBeInViewport();
  await expect(toEnd).toHaveCount(0);
});

test("after kill -9 what was shown is still there, and the answer goes on by itself", async ({
  page,
  consoleErrors,
}) => {
  test.setTimeout(120_000);
  consoleErrors.allow(/net::ERR_/);
  await server.kill();
  await server.restart();
  await expect(page.getByText("The server restarted here")).toBeVisible();
  await untilStreaming(page, /word9 [\s\S]* word9 /);
  model.finish();
  await untilAnswered(page);
  const text = await textOf(answers(page));
  expect(text).toMatch(/the-end$/);
  await page.reload();
  await expect(answers(page)).toHaveText([text]);
  await expect(outcome(page)).toHaveCount(0);
});
