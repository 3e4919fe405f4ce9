import type { Page } from "@playwright/test";
import { connectSilently } from "./api";
import {
  action,
  approvalFor,
  approve,
  ask,
  chatPath,
  expect,
  messageBox,
  signInAsGuest,
  test,
  untilAnswered,
} from "./support";

test("the first key leads past the list of chats", async ({ page }) => {
  await signInAsGuest(page);
  await ask(page, "help");
  await untilAnswered(page);
  await page.reload();
  await expect(messageBox(page)).toBeVisible();
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the chat" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("main").locator(":focus")).toHaveCount(1);
});

test("a question is told in other tabs too, in the list and in the title", async ({ page }) => {
  await signInAsGuest(page);
  await connectSilently(page);
  const second = await page.context().newPage();
  await second.goto(page.url());
  await expect(messageBox(second)).toBeVisible();
  const row = second.locator('[data-slot="chat-list-row"]');
  await expect(row).toHaveCount(0);

  await ask(page, "Create a branch told/everywhere off main in acme/api");
  await approvalFor(page, /told\/everywhere/);
  await expect(page).toHaveTitle(/^Waiting for you – /);
  // Sooner than the list is read again without having been told to.
  await expect(row).toContainText("Waiting for you", { timeout: 8_000 });
  await expect(second).not.toHaveTitle(/Waiting/);
  await row.getByRole("link").click();
  await approvalFor(second, /told\/everywhere/);
  await expect(second).toHaveTitle(/^Waiting for you – /);

  await approve(page, /told\/everywhere/);
  await untilAnswered(page);
  for (const tab of [page, second]) {
    await expect(tab).not.toHaveTitle(/Waiting/);
    await expect(tab.locator('[data-slot="chat-list-row"]')).not.toContainText("Waiting");
  }
});

/** Controls a finger cannot hit: of less than 44 by 44 px, the room that a control takes beyond its edges included. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const controls = document.querySelectorAll<HTMLElement>(
      "a[href], button, input, select, textarea, summary, [role=menuitem]",
    );
    return [...controls].flatMap((control) => {
      const inSentence =
        control.matches("a") && getComputedStyle(control).display.startsWith("inline");
      if (!control.checkVisibility() || inSentence) return [];
      const target = control.closest("label") ?? control;
      const box = target.getBoundingClientRect();
      const beyond = getComputedStyle(target, "::after");
      const size = (edge: "width" | "height") =>
        Math.max(
          box[edge],
          beyond.position === "absolute" ? Number.parseFloat(beyond[edge]) || 0 : 0,
        );
      const [width, height] = [size("width"), size("height")];
      if (box.width <= 1 || (width >= 44 && height >= 44)) return [];
      const name = control.ariaLabel ?? control.textContent?.trim();
      return [`${control.tagName} “${name}”: ${Math.round(width)} × ${Math.round(height)}`];
    });
  });
}

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("a finger hits every control", async ({ page }) => {
    test.setTimeout(120_000);
    await page.goto("/signin");
    const small: Record<string, string[]> = { "sign-in": await smallTargets(page) };
    await signInAsGuest(page);
    small.welcome = await smallTargets(page);
    await connectSilently(page);
    await ask(page, "Which pull requests are open in acme/api?");
    await untilAnswered(page);
    const row = action(page, /Listed .* pull requests/).last();
    await row.getByRole("button", { name: "Raw JSON" }).click();
    small.cards = await smallTargets(page);
    await ask(page, "Create branches a/one and a/two off main in acme/api");
    const card = await approvalFor(page, /2 changes wait/);
    await card.getByRole("button", { name: "What is sent" }).first().click();
    small.approval = await smallTargets(page);
    await page.getByRole("button", { name: "Open the list of chats" }).click();
    await expect(page.getByRole("dialog", { name: "Chats" })).toBeVisible();
    small.chats = await smallTargets(page);
    for (const path of [
      "/archived",
      "/connections",
      "/permissions",
      "/audit",
      "/settings",
      "/tools",
    ]) {
      await page.goto(path);
      small[path] = await smallTargets(page);
    }
    expect(Object.entries(small).filter(([, controls]) => controls.length > 0)).toEqual([]);
  });
});

test("in forced colours, controls keep an edge and the focus is seen", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await signInAsGuest(page);
  await connectSilently(page);
  await ask(page, "Create a branch forced/colours off main in acme/api");
  const card = await approvalFor(page, /forced\/colours/);
  await chatPath(page);
  const edges = await page
    .locator('[data-slot="button"]')
    .evaluateAll((buttons) =>
      buttons
        .filter((button) => button.checkVisibility())
        .map((button) => [
          button.ariaLabel ?? button.textContent,
          Number.parseFloat(getComputedStyle(button).borderTopWidth),
        ]),
    );
  expect(edges.length).toBeGreaterThan(3);
  expect(edges.filter(([, width]) => width === 0)).toEqual([]);

  // A control that is reached by a script shows its focus as the last input was: by keyboard.
  await page.keyboard.press("Tab");
  const controls = await card.getByRole("button").all();
  for (const control of [...controls, page.getByRole("switch", { name: "Read-only" })]) {
    await control.focus();
    const outline = await control.evaluate((element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1;
    });
    expect(outline, await control.textContent().then(String)).toBe(true);
  }
});
