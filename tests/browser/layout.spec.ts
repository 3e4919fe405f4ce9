import type { Page } from "@playwright/test";
import { connectSilently } from "./api";
import { screenshot } from "./screenshots";
import { createLink, linkField, openShareDialog } from "./sharing";
import {
  approvalFor,
  approve,
  ask,
  expect,
  signInAsGuest,
  test,
  untilAnswered,
  untilConnectionAsked,
} from "./support";

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const inside = document.querySelector('section[aria-label="Conversation"]');
    return {
      page: scrollWidth - clientWidth,
      conversation: inside ? inside.scrollWidth - inside.clientWidth : 0,
    };
  });
  expect(overflow).toEqual({ page: 0, conversation: 0 });
}

const views = [
  {
    name: "wide-light",
    pictures: "",
    colorScheme: "light",
    viewport: { width: 1280, height: 800 },
  },
  { name: "wide-dark", colorScheme: "dark", viewport: { width: 1280, height: 800 } },
  { name: "phone-light", colorScheme: "light", viewport: { width: 390, height: 844 } },
  {
    name: "phone-dark",
    pictures: "phone-dark-",
    colorScheme: "dark",
    viewport: { width: 390, height: 844 },
  },
] as const;

for (const { name, colorScheme, viewport, ...view } of views) {
  test.describe(name, () => {
    test.use({ colorScheme, viewport });

    test("every page fits its window", async ({ page, consoleErrors }) => {
      consoleErrors.allow(/status of 404/);
      test.setTimeout(120_000);
      const look = async (state: string) => {
        await expectNoSidewaysScroll(page);
        if ("pictures" in view) await screenshot(page, `${view.pictures}${state}`);
      };
      await page.goto("/signin");
      await look("sign-in");
      await signInAsGuest(page);
      await expect(page.getByRole("list", { name: "Suggestions" })).toBeVisible();
      await look("welcome");
      await ask(page, "Create a new branch release/2.0 off main in acme/api");
      await untilConnectionAsked(page);
      await look("connect");
      const link = await page.locator('[data-slot="connection"] form').getAttribute("action");
      await page.goto((link ?? "").replace(/\/open$/, ""));
      await look("connect-link");

      await connectSilently(page);
      await page.goto("/connections");
      await expect(page.locator('[data-slot="account-row"]')).toBeVisible();
      await look("connections");
      await page.goto("/");
      await ask(page, "Open a pull request for my feature in acme/api");
      await approve(page, /pull request/i);
      await untilAnswered(page);
      await ask(page, "Create a new branch release/2.0 off main in acme/api");
      await approvalFor(page, /release\/2\.0/);
      await look("approval");
      await approve(page, /release\/2\.0/);
      await untilAnswered(page);
      await look("chat");

      await openShareDialog(page);
      await look("share-dialog");
      const address = await createLink(page);
      await page.goto(address);
      await look("share");
      await page.goto("/shares");
      await expect(linkField(page)).toBeVisible();
      await look("shares");
      await page.goto("/nowhere-at-all");
      await look("not-found");
    });
  });
}
