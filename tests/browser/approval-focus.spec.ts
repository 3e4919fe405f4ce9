import type { Locator, Page } from "@playwright/test";
import { auditTrail, connectSilently } from "./api";
import {
  action,
  approvalCard,
  approvalFor,
  ask,
  chatPath,
  expect,
  messageBox,
  signInAsGuest,
  test,
  untilAnswered,
} from "./support";

test.beforeEach(async ({ page }) => {
  await signInAsGuest(page);
  await connectSilently(page);
});

const branchIn = (name: string) => `Create a branch ${name} off main in acme/api`;
/** Shown while keys go to the card: not right after the focus has come, when they were meant for something else. */
const keyHint = (card: Locator) => card.locator("kbd").first();
const announced = (page: Page) => page.locator("#announcements");

test("a question takes the focus from an empty box, is answered by keys, and gives it back", async ({
  page,
}) => {
  await ask(page, branchIn("k/one"));
  const card = await approvalFor(page, /k\/one/);
  await expect(announced(page)).toHaveText("Approval needed: Create branch k/one in acme/api");
  await expect(page).toHaveTitle(/^Waiting for you/);
  await expect(page.locator('[data-slot="chat-list-row"]').first()).toContainText(
    "Waiting for you",
  );
  await expect(card).toBeFocused();
  const next = card.getByRole("combobox", { name: /next time/ });
  await expect(keyHint(card)).toBeVisible();
  const reason = card.getByRole("textbox", { name: "Why not?" });
  await reason.focus();
  await expect(keyHint(card)).toBeHidden();
  await page.keyboard.type("1");
  await expect(reason).toHaveValue("1");
  await reason.clear();
  await card.focus();
  await page.keyboard.press("3");
  await expect(next).toHaveValue("chat");
  await page.keyboard.press("3");
  await expect(next).toHaveValue("ask");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(card).toBeVisible();
  await page.keyboard.press("1");
  await untilAnswered(page);
  await expect(action(page, /Created branch k\/one/)).toBeVisible();
  await expect(messageBox(page)).toBeFocused();
  await expect(announced(page)).toHaveText("");
  await expect(page).not.toHaveTitle(/^Waiting for you/);

  await ask(page, branchIn("k/two"));
  await expect(keyHint(await approvalFor(page, /k\/two/))).toBeVisible();
  await page.keyboard.press("2");
  await untilAnswered(page);
  await expect(action(page, /Did not create branch k\/two/)).toBeVisible();
});

test("who is typing keeps the focus, and digits are only text there", async ({ page }) => {
  await ask(page, branchIn("k/typing"));
  await expect(messageBox(page)).toHaveValue("");
  await expect(messageBox(page)).toBeEditable();
  await messageBox(page).pressSequentially("1 and 2");
  await approvalFor(page, /k\/typing/);
  // For longer than it takes to count as not typing.
  await page.keyboard.type(" and 3 and 1", { delay: 250 });
  await expect(messageBox(page)).toHaveValue("1 and 2 and 3 and 1");
  expect((await auditTrail(page)).at(-1)?.status).toBe("approval");
});

test("who begins to write after all writes where they were", async ({ page }) => {
  await ask(page, branchIn("k/after"));
  await expect(await approvalFor(page, /k\/after/)).toBeFocused();
  await page.keyboard.type("wait, 1 and 2");
  await expect(messageBox(page)).toHaveValue("wait, 1 and 2");
  expect((await auditTrail(page)).at(-1)?.status).toBe("approval");
});

test("a key does not delete: it only goes to the button", async ({ page }) => {
  await ask(page, "Delete issue #1 in acme/api");
  const card = await approvalFor(page, /Delete issue #1/);
  await expect(card.getByRole("button", { name: "Don't" })).toBeFocused();
  await expect(announced(page)).toContainText("This cannot be undone");
  const yes = card.getByRole("button", { name: "Delete issue" });
  await expect(keyHint(card)).toBeVisible();
  await page.keyboard.press("1");
  await expect(yes).toBeFocused();
  await page.keyboard.press("1");
  await page.keyboard.press("Enter");
  await expect(card).toBeVisible();
  expect((await auditTrail(page)).at(-1)?.status).toBe("approval");
  await page.keyboard.press("Space");
  await untilAnswered(page);
  await expect(action(page, /Deleted issue/)).toBeVisible();
});

test("another tab is told that it was answered", async ({ page }) => {
  await ask(page, branchIn("k/tabs"));
  await approvalFor(page, /k\/tabs/);
  await chatPath(page);
  const second = await page.context().newPage();
  await second.goto(page.url());
  await approvalFor(second, /k\/tabs/);
  await approvalCard(page).locator("footer").getByRole("button").first().click();
  await untilAnswered(page);
  await expect(action(second, /Created branch k\/tabs/)).toContainText("Answered in another tab");
  await expect(action(page, /Created branch k\/tabs/)).not.toContainText("another tab");
  await second.reload();
  await expect(action(second, /Created branch k\/tabs/)).not.toContainText("another tab");
});

test.describe("on a small screen", () => {
  test.use({ viewport: { width: 390, height: 600 }, hasTouch: true, isMobile: true });

  test("the buttons of a long question stay in sight, and not over its title", async ({ page }) => {
    await ask(page, "Create an issue “Long” in acme/api");
    const card = await approvalFor(page, /Long/);
    await card.getByRole("button", { name: "Edit", exact: true }).click();
    await card.getByRole("button", { name: "7 more fields" }).click();
    const yes = card.locator("footer").getByRole("button").first();
    await card.getByRole("textbox", { name: "Title" }).scrollIntoViewIfNeeded();
    await expect(yes).toBeInViewport({ ratio: 1 });
    const heading = card.getByRole("heading");
    await heading.scrollIntoViewIfNeeded();
    await expect(heading).toBeInViewport({ ratio: 1 });
    const [title, footer] = [
      await heading.boundingBox(),
      await card.locator("footer").boundingBox(),
    ];
    expect(footer?.y).toBeGreaterThan((title?.y ?? 0) + (title?.height ?? 0));
  });
});
