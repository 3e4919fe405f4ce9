import { test as base, type ConsoleMessage, expect, type Page } from "@playwright/test";

export { expect };

/** Answers of our own API that a test provokes on purpose; the browser reports each as a console error. */
type Expected = { allow: (pattern: RegExp) => void };

/** A page on which an unexpected console error or an unhandled rejection fails the test. */
export const test = base.extend<{ consoleErrors: Expected }>({
  consoleErrors: [
    async ({ context }, use) => {
      const allowed: RegExp[] = [];
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

export async function signInAsGuest(page: Page): Promise<void> {
  await page.goto("/signin");
  await page.getByRole("button", { name: "Continue as guest" }).click();
  await expect(page.getByRole("textbox", { name: "Message" })).toBeVisible();
}

export async function ask(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox", { name: "Message" }).fill(text);
  await page.getByRole("button", { name: "Send" }).click();
}

/** The answer is complete: nothing runs and nothing waits. */
export async function untilAnswered(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: "Send" })).toBeVisible({ timeout: 45_000 });
}

/** Presses the connect card's button and allows on the consent page, as the person named. */
export async function connect(page: Page, person = /Jane/): Promise<void> {
  const card = page.locator('[data-slot="connection"]').last();
  const [consent] = await Promise.all([
    page.context().waitForEvent("page"),
    card.getByRole("button", { name: "Connect Bitbucket" }).click(),
  ]);
  await consent.getByRole("radio", { name: person }).check();
  await consent.getByRole("button", { name: /Allow/ }).click();
  await expect(consent.getByRole("heading", { name: /Connected/ })).toBeVisible();
  await consent.close();
}

/** Says yes to the approval that is waiting. */
export async function approve(page: Page, effect: RegExp): Promise<void> {
  const card = page.locator('[data-slot="approval"]');
  await expect(card.getByRole("heading", { name: effect })).toBeVisible({ timeout: 45_000 });
  await card.locator("footer").getByRole("button").first().click();
  await expect(card).toHaveCount(0, { timeout: 45_000 });
}
