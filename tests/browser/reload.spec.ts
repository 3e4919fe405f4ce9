import type { Page } from "@playwright/test";
import { connectSilently, readChat } from "./api";
import {
  action,
  answers,
  approvalCard,
  approvalFor,
  approve,
  ask,
  chatPath,
  connect,
  connectCard,
  expect,
  signInAsGuest,
  test,
  untilAnswered,
  untilConnectionAsked,
  untilStreaming,
} from "./support";

test.beforeEach(({ page }) => signInAsGuest(page));

/** What a person sees of the conversation, without clocks that go on. */
async function shownText(page: Page): Promise<string> {
  const text = await page.getByRole("region", { name: "Conversation" }).innerText();
  return text.replace(/\d+(\.\d+)? (s|ms)\b|\d+ \w+ ago|just now/g, "…");
}

async function openAgain(page: Page): Promise<Page> {
  const second = await page.context().newPage();
  await second.goto(page.url());
  return second;
}

test("in the middle of a text: it goes on, whole and once", async ({ page }) => {
  await ask(page, "help");
  await untilStreaming(page, /demo model/);
  await chatPath(page);
  await page.reload();
  await expect(answers(page)).toHaveCount(1);
  const second = await openAgain(page);
  await untilAnswered(page);
  await untilAnswered(second);

  const text = await answers(page).innerText();
  expect(text.match(/scripted demo model/g)).toHaveLength(1);
  expect(text).toContain("List the snippets");
  await expect(answers(second)).toHaveText(await answers(page).innerText(), { useInnerText: true });
  await page.reload();
  await expect(answers(page)).toHaveText(text, { useInnerText: true });
});

test("while it waits for a connection, and after it", async ({ page }) => {
  await ask(page, "List my repositories");
  await untilConnectionAsked(page);
  await chatPath(page);
  const before = await shownText(page);
  await page.reload();
  await untilConnectionAsked(page);
  await expect(page.locator('[data-slot="connection"]')).toHaveCount(1);
  expect(await shownText(page)).toBe(before);

  const second = await openAgain(page);
  await untilConnectionAsked(second);
  await connect(page);
  await untilAnswered(page);
  await untilAnswered(second);
  await expect(connectCard(second)).toHaveAttribute("data-status", "connected");

  const after = await shownText(page);
  expect(await shownText(second)).toBe(after);
  await page.reload();
  await expect(answers(page)).toHaveCount(1);
  expect(await shownText(page)).toBe(after);
});

test("while it waits for a yes: two tabs, one answer", async ({ page, consoleErrors }) => {
  consoleErrors.allow(/status of 409/);
  await connectSilently(page);
  await ask(page, "Create a branch two/tabs off main in acme/api");
  await approvalFor(page, /two\/tabs/);
  await chatPath(page);
  const before = await shownText(page);
  await page.reload();
  const card = await approvalFor(page, /two\/tabs/);
  await expect(card).toHaveCount(1);
  expect(await shownText(page)).toBe(before);

  const second = await openAgain(page);
  const secondCard = await approvalFor(second, /two\/tabs/);
  // The second tab hears nothing more, as a tab that slept: its card stays, and what it says comes too late.
  await second.context().route(/\/stream/, (route) => route.abort());
  await Promise.all([
    card.getByRole("button", { name: "Create branch" }).click(),
    secondCard.getByRole("button", { name: "Create branch" }).click(),
  ]);
  await untilAnswered(page);
  await expect(action(page, /Created branch two\/tabs/)).toHaveCount(1);
  await expect(action(second, /Created branch two\/tabs/)).toHaveCount(1);
  await expect(approvalCard(second)).toHaveCount(0);
});

test("with no browser at all, a run goes on to its end", async ({ page, context }) => {
  await connectSilently(page);
  await ask(page, "Create a branch no/browser off main in acme/api");
  const path = await chatPath(page);
  const address = page.url();
  await approve(page, /no\/browser/);
  await ask(page, "Which branches are in acme/api?").catch(() => {});
  await page.close();

  const later = await context.newPage();
  await later.goto(new URL("/connections", address).href);
  await expect.poll(async () => (await readChat(later, path)).live).toBe(false);
  await later.goto(address);
  await expect(action(later, /Created branch no\/browser/)).toHaveCount(1);
  await untilAnswered(later);
});
