import type { Page } from "@playwright/test";
import { connectSilently } from "./api";
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
  textOf,
  untilAnswered,
  untilConnectionAsked,
} from "./support";

test.beforeEach(({ page }) => signInAsGuest(page));

/** What a person sees of the conversation, without clocks that go on. */
async function shownText(page: Page): Promise<string> {
  const text = await textOf(page.getByRole("region", { name: "Conversation" }));
  return text.replace(/\d+(\.\d+)? (s|ms)\b|\d+ \w+ ago|just now/g, "…");
}

/** Runs in the page: while it is asleep it hears nothing of a stream, as a tab in the background of a phone. */
function letStreamsSleep(): void {
  const realFetch = window.fetch;
  window.fetch = async (...request) => {
    const response = await realFetch(...request);
    if (!response.body || !/\/stream\?/.test(response.url)) return response;
    const sleeping = new TransformStream({
      async transform(chunk, controller) {
        while (sessionStorage.getItem("asleep"))
          await new Promise((resolve) => setTimeout(resolve, 50));
        controller.enqueue(chunk);
      },
    });
    return new Response(response.body.pipeThrough(sleeping), response);
  };
}

async function openAgain(page: Page): Promise<Page> {
  const second = await page.context().newPage();
  await second.goto(page.url());
  return second;
}

test("while it waits for a connection, and after it", async ({ page }) => {
  await ask(page, "List my repositories");
  await untilConnectionAsked(page);
  await chatPath(page);
  const before = await shownText(page);
  await page.reload();
  await untilConnectionAsked(page);
  await expect(page.locator('[data-slot="connection"]')).toHaveCount(1);
  await expect.poll(() => shownText(page)).toBe(before);

  const second = await openAgain(page);
  await untilConnectionAsked(second);
  await connect(page);
  await untilAnswered(page);
  await untilAnswered(second);
  await expect(connectCard(second)).toHaveAttribute("data-status", "connected");

  // Before its markup is, words are shown as they came.
  await expect.poll(() => shownText(page)).not.toContain("`");
  const after = await shownText(page);
  await expect.poll(() => shownText(second)).toBe(after);
  await page.reload();
  await expect(answers(page)).toHaveCount(1);
  await expect.poll(() => shownText(page)).toBe(after);
});

test("while it waits for a yes: two tabs, one answer", async ({ page, browser, consoleErrors }) => {
  consoleErrors.allow(/status of 409/);
  await connectSilently(page);
  await ask(page, "Create a branch two/tabs off main in acme/api");
  await approvalFor(page, /two\/tabs/);
  await chatPath(page);
  // Before its markup is, words are shown as they came.
  await expect.poll(() => shownText(page)).not.toContain("`");
  const before = await shownText(page);
  await page.reload();
  const card = await approvalFor(page, /two\/tabs/);
  await expect(card).toHaveCount(1);
  await expect.poll(() => shownText(page)).toBe(before);

  const other = await browser.newContext({ storageState: await page.context().storageState() });
  await other.addInitScript(letStreamsSleep);
  const second = await other.newPage();
  await second.goto(page.url());
  const secondCard = await approvalFor(second, /two\/tabs/);
  await second.evaluate(() => sessionStorage.setItem("asleep", "yes"));
  await approve(page, /two\/tabs/);
  await untilAnswered(page);
  await secondCard.getByRole("button", { name: "Create branch" }).click();
  await expect(secondCard).toContainText("Already answered in another tab.");
  await second.evaluate(() => sessionStorage.clear());
  await untilAnswered(second);
  await expect(action(second, /Created branch two\/tabs/)).toHaveCount(1);
  await expect(approvalCard(second)).toHaveCount(0);
  await other.close();
});
