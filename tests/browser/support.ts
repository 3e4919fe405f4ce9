import {
  test as base,
  type ConsoleMessage,
  expect,
  type Locator,
  type Page,
} from "@playwright/test";

export { expect };

/** What a test provokes on purpose: the browser reports each refused call as a console error. */
type Expected = { allow: (pattern: RegExp) => void };

/** What records the trace of a test is put into every frame, and does not run where no script may: in a preview. */
const recorder = /^Blocked script execution in 'about:srcdoc'/;

/** A page on which an unexpected console error or an unhandled rejection fails the test. */
export const test = base.extend<{ consoleErrors: Expected }>({
  consoleErrors: [
    async ({ context }, use) => {
      const allowed: RegExp[] = [recorder];
      const seen: string[] = [];
      const watch = (page: Page) => {
        page.on("console", (message: ConsoleMessage) => {
          if (message.type() === "error")
            seen.push(`${message.text()} (${message.location().url})`);
        });
        page.on("pageerror", (error) => seen.push(String(error)));
      };
      context.on("page", watch);
      await use({ allow: (pattern) => allowed.push(pattern) });
      expect(seen.filter((text) => !allowed.some((pattern) => pattern.test(text)))).toEqual([]);
    },
    { auto: true },
  ],
});

/** An answer takes this many milliseconds at most, on a machine that does other things as well. */
const patience = { timeout: 45_000 };

export const messageBox = (page: Page) => page.getByRole("textbox", { name: "Message" });
export const answers = (page: Page) => page.getByRole("article", { name: "Branchline" });
export const approvalCard = (page: Page) => page.locator('[data-slot="approval"]');
export const connectCard = (page: Page) => page.locator('[data-slot="connection"]').last();
export const outcome = (page: Page) => page.locator('[data-slot="outcome"]');
export const sendButton = (page: Page) => page.getByRole("button", { name: "Send", exact: true });
export const stopButton = (page: Page) => page.getByRole("button", { name: "Stop", exact: true });
export const notice = (page: Page) => page.locator('[data-slot="notice"]');

export const textOf = async (locator: Locator) => (await locator.textContent()) ?? "";

/** React answers for an element of a page that the server rendered: what is pressed before goes nowhere. */
export const untilHydrated = (locator: Locator) =>
  expect
    .poll(() =>
      locator.evaluate((element) =>
        Object.keys(element).some((name) => name.startsWith("__reactProps")),
      ),
    )
    .toBe(true);

/** The rows of what the agent did, by their sentence. */
export const action = (page: Page, text: RegExp) =>
  page.locator('[data-slot="action"]').filter({ hasText: text });

/** Calls a server as its sign-in page does, for the page's browser. */
async function post(page: Page, origin: string, path: string, data: object): Promise<void> {
  const response = await page.request.post(`${origin}${path}`, { headers: { origin }, data });
  expect(response.ok()).toBe(true);
}

async function openChat(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/`);
  await expect(messageBox(page)).toBeVisible();
}

/**
 * Begins as a new guest, without the sign-in page, which has tests of its own.
 *
 * @param origin of a server of the test's own; else the project's
 */
export async function signInAsGuest(
  page: Page,
  origin = test.info().project.use.baseURL ?? "",
): Promise<void> {
  await post(page, origin, "/api/auth/guest", {});
  await openChat(page, origin);
}

/** Makes an account: where a real service is behind the app, guests are not let in. */
export async function signUp(page: Page, origin: string): Promise<void> {
  const email = `${crypto.randomUUID()}@example.com`;
  const password = "correct horse battery";
  await post(page, origin, "/api/account", { name: "Jane Example", email, password });
  await post(page, origin, "/api/auth/password", { email, password });
  await openChat(page, origin);
}

export async function ask(page: Page, text: string): Promise<void> {
  await messageBox(page).fill(text);
  await sendButton(page).click();
}

/** The address of a chat that was begun on this page. */
export async function chatPath(page: Page): Promise<string> {
  await page.waitForURL(/\/chat\/[\w-]+$/);
  return new URL(page.url()).pathname;
}

/** The answer is complete: nothing runs and nothing waits. */
export async function untilAnswered(page: Page): Promise<void> {
  await expect(sendButton(page)).toBeVisible(patience);
}

/** The answer has begun to be written, and is not complete. */
export async function untilStreaming(page: Page, words: RegExp): Promise<void> {
  await expect(answers(page).last()).toContainText(words, patience);
  await expect(stopButton(page)).toBeVisible();
}

export async function untilConnectionAsked(page: Page): Promise<void> {
  await expect(connectCard(page)).toHaveAttribute("data-status", "needed", patience);
}

/** Presses the connect card's button; answers the consent page that it opened. */
export async function openConsent(page: Page, button = "Connect Bitbucket"): Promise<Page> {
  await expect(connectCard(page).getByRole("button", { name: button })).toBeVisible(patience);
  const [consent] = await Promise.all([
    page.context().waitForEvent("page"),
    connectCard(page).getByRole("button", { name: button }).click(),
  ]);
  await expect(consent.getByRole("button", { name: "Allow" })).toBeVisible();
  return consent;
}

/** Connects through the card and the consent page, as the person named. */
export async function connect(page: Page, person = /Jane/): Promise<void> {
  const consent = await openConsent(page);
  await consent.getByRole("radio", { name: person }).check();
  await consent.getByRole("button", { name: "Allow" }).click();
  await expect(consent.getByRole("heading", { name: /Connected/ })).toBeVisible();
  await consent.close();
}

/** Waits for a question about this effect and answers its card. */
export async function approvalFor(page: Page, effect: RegExp): Promise<Locator> {
  const card = approvalCard(page);
  await expect(card.getByRole("heading", { name: effect })).toBeVisible(patience);
  return card;
}

/** Says yes to the approval that is waiting. */
export async function approve(page: Page, effect: RegExp): Promise<void> {
  const card = await approvalFor(page, effect);
  await card.locator("footer").getByRole("button").first().click();
  await expect(card).toHaveCount(0, patience);
}
