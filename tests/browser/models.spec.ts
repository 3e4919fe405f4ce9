import type { Page } from "@playwright/test";
import { FakeWire } from "../support/fake-wire";
import { type OwnServer, startServer } from "../support/own-server";
import { answers, ask, expect, signInAsGuest, signUp, test, untilAnswered } from "./support";

test.describe.configure({ mode: "default" });
let wire: FakeWire;
let server: OwnServer;

test.beforeAll(async () => {
  wire = await FakeWire.start();
  wire.begin({
    model: (_index, body) => ({ text: `I am ${JSON.parse(body).model}.` }),
    title: () => "Who answers",
  });
  server = await startServer({
    OPENAI_API_KEY: "key",
    OPENAI_BASE_URL: `${wire.origin}/v1`,
    OPENAI_MODELS: "large,small",
    MODEL_PRICES: "small=1000/1000/2000",
  });
});
test.afterAll(async () => {
  await server.kill();
  await wire.close();
});

const picker = (page: Page) => page.getByRole("button", { name: /^Answered by / });

test("a model is chosen by keyboard, and stays chosen", async ({ page }) => {
  await signUp(page, server.origin);
  await expect(picker(page)).toHaveAccessibleName("Answered by large. Change");
  await picker(page).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitemradio", { name: "large" })).toBeChecked();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(picker(page)).toHaveAccessibleName("Answered by small. Change");
  await ask(page, "Who are you?");
  await untilAnswered(page);
  await expect(answers(page).last()).toContainText("I am small.");
  await page.reload();
  await expect(picker(page)).toHaveAccessibleName("Answered by small. Change");
});

test("in the middle of a chat, on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signUp(page, server.origin);
  await ask(page, "Who are you?");
  await untilAnswered(page);
  await expect(answers(page).last()).toContainText("I am large.");
  await picker(page).click();
  await page.getByRole("menuitemradio", { name: "small" }).click();
  await ask(page, "And now?");
  await untilAnswered(page);
  await expect(answers(page).last()).toContainText("I am small.");
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBe(390);
});

test("nothing is offered where there is no choice", async ({ page }) => {
  await signInAsGuest(page);
  await expect(page.getByRole("switch", { name: "Read-only" })).toBeVisible();
  await expect(picker(page)).toHaveCount(0);
});

test("what was used is told below the answer, and on a page by day, model and chat", async ({
  page,
}) => {
  await signUp(page, server.origin);
  await ask(page, "Who are you?");
  await untilAnswered(page);
  const line = page.locator('[data-slot="usage"]');
  await expect(line).toContainText("large · 2 tokens");
  await picker(page).click();
  await page.getByRole("menuitemradio", { name: "small" }).click();
  await ask(page, "And now?");
  await untilAnswered(page);
  await expect(line.last()).toContainText("small · 2 tokens");
  await expect(line.last()).toContainText("$0.003");
  await page.reload();
  await expect(line.last()).toContainText("small · 2 tokens");

  await page.goto(`${server.origin}/usage`);
  const days = page.getByRole("table", { name: /by day and model/ });
  // One token each way for the answer, and for the title as well.
  await expect(days.getByRole("row", { name: /large/ })).toContainText("202–");
  await expect(days.getByRole("row", { name: /small/ })).toContainText("101$0.003");
  await expect(page.locator('[data-slot="bar"] rect')).toHaveCount(2);
  await expect(page.getByRole("img", { name: /^Tokens of each day/ })).toBeVisible();
  const chats = page.getByRole("table", { name: /by chat/ });
  await chats.getByRole("link", { name: "Who answers" }).click();
  await expect(answers(page)).toHaveCount(2);
});

test("somebody who has asked for nothing has used nothing", async ({ page }) => {
  await signUp(page, server.origin);
  await page.goto(`${server.origin}/usage`);
  await expect(page.getByText("Nothing yet.")).toBeVisible();
  await expect(page.getByRole("table")).toHaveCount(0);
});
