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
