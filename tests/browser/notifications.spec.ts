import type { BrowserContext, Page } from "@playwright/test";
import { connectSilently } from "./api";
import { approvalFor, ask, chatPath, expect, messageBox, signInAsGuest, test } from "./support";

/** Has each page tell of the notifications that it makes instead of showing them, and be hidden when it is told to be. */
async function watch(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const shown: { title: string; body: string | undefined; click: () => void }[] = [];
    const real = window.Notification;
    class Watched {
      static get permission() {
        return real.permission;
      }
      static requestPermission = () => real.requestPermission();
      onclick: (() => void) | null = null;
      close = () => undefined;
      constructor(title: string, options?: NotificationOptions) {
        if (title) shown.push({ title, body: options?.body, click: () => this.onclick?.() });
      }
    }
    Object.assign(window, { Notification: Watched, shownNotifications: shown });
    let hidden = false;
    Object.defineProperty(document, "visibilityState", {
      get: () => (hidden ? "hidden" : "visible"),
    });
    addEventListener("test-hide", () => {
      hidden = true;
      document.dispatchEvent(new Event("visibilitychange"));
    });
    addEventListener("test-show", () => {
      hidden = false;
      document.dispatchEvent(new Event("visibilitychange"));
    });
  });
}

type Shown = { title: string; body?: string };
const shownIn = (page: Page) =>
  page.evaluate(() =>
    (Reflect.get(window, "shownNotifications") as Shown[]).map(({ title, body }) => ({
      title,
      body,
    })),
  );
const hide = (page: Page) => page.evaluate(() => dispatchEvent(new Event("test-hide")));
const show = (page: Page) => page.evaluate(() => dispatchEvent(new Event("test-show")));
const offer = (page: Page) => page.locator('[data-slot="notification-offer"]');
const branch = (name: string) => `Create a branch ${name} off main in acme/api`;

test.beforeEach(async ({ page, context }) => {
  await watch(context);
  await signInAsGuest(page);
  await connectSilently(page);
});

test("who comes back is asked once, and a no is for good", async ({ page }) => {
  await hide(page);
  await ask(page, branch("n/one"));
  await approvalFor(page, /n\/one/);
  await expect(offer(page)).toBeVisible();
  await show(page);
  await offer(page).getByRole("button", { name: "Not now" }).click();
  await expect(offer(page)).toHaveCount(0);
  await page.reload();
  await hide(page);
  await approvalFor(page, /n\/one/);
  await page.getByRole("button", { name: "Don't", exact: true }).click();
  await expect(page.getByRole("button", { name: "Send", exact: true })).toBeVisible();
  await expect(offer(page)).toHaveCount(0);
  expect(await shownIn(page)).toEqual([]);
});

test("with several tabs one tells, once, and leads to the chat; never while one is in sight", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["notifications"]);
  const settings = await context.newPage();
  await settings.goto("/settings");
  await settings.getByRole("switch", { name: /^Notify me/ }).check();
  await settings.close();
  const other = await context.newPage();
  await other.goto("/");
  await expect(messageBox(other)).toBeVisible();
  const both = [page, other];
  const locked = async () =>
    page.evaluate(async () => (await navigator.locks.query()).held?.length);
  await expect.poll(locked).toBe(3);

  await ask(page, branch("n/two"));
  const path = await chatPath(page);
  await approvalFor(page, /n\/two/);
  expect(await Promise.all(both.map(shownIn))).toEqual([[], []]);
  await hide(page);
  await hide(other);
  await page.getByRole("button", { name: "Don't", exact: true }).click();
  await expect.poll(() => shownIn(page)).toHaveLength(1);
  const [told] = await shownIn(page);
  expect(told?.title).toBe("The answer is complete");
  expect(told?.body).toBeTruthy();
  expect(told?.body).not.toContain("Created");
  expect(await shownIn(other)).toEqual([]);

  // The tab with the chat has gone on to another: the one that watches tells, and goes there.
  await page.getByRole("link", { name: "New chat" }).click();
  await page.waitForURL((url) => url.pathname === "/");
  await page.evaluate(() =>
    (Reflect.get(window, "shownNotifications") as { click: () => void }[])[0]?.click(),
  );
  await page.waitForURL((url) => url.pathname === path);
});
