import { readFile } from "node:fs/promises";
import { auditTrail, connectSilently } from "./api";
import {
  action,
  approvalFor,
  approve,
  ask,
  expect,
  sendButton,
  signInAsGuest,
  test,
  textOf,
  untilAnswered,
  untilHydrated,
} from "./support";

const phone = { width: 390, height: 844 };

test("a list fetches its further pages by itself, without the model, and again after a reload", async ({
  page,
}) => {
  await signInAsGuest(page);
  await connectSilently(page);
  await ask(page, "List the commits in acme/api");
  await untilAnswered(page);
  const card = action(page, /Listed .* commits/).last();
  const rows = card.getByRole("listitem");
  await expect(rows).toHaveCount(10);
  await expect(card).toContainText(/10 shown of \d+/);
  const [, total = "0"] = /10 shown of (\d+)/.exec(await textOf(card)) ?? [];
  const before = (await auditTrail(page)).length;

  const more = card.getByRole("button", { name: "Load more" });
  await more.focus();
  await page.keyboard.press("Enter");
  await expect(rows).toHaveCount(Math.min(20, Number(total)));
  while (await more.isVisible()) {
    const shown = await rows.count();
    await more.click();
    await expect.poll(() => rows.count()).toBeGreaterThan(shown);
  }
  await expect(rows).toHaveCount(Number(total));
  await expect(card).toContainText(`All ${total} shown`);
  // The button is gone, and the focus is with what it brought.
  await expect(card.locator("li:focus")).toHaveCount(1);

  const pages = (await auditTrail(page)).slice(before);
  expect(pages.length).toBe(Math.ceil(Number(total) / 10) - 1);
  expect(pages.map((entry) => [entry.tool, entry.status, entry.arguments.page])).toEqual(
    pages.map((_, index) => ["BITBUCKET_LIST_COMMITS", "succeeded", index + 2]),
  );
  await expect(sendButton(page)).toBeVisible();

  await page.reload();
  await expect(rows).toHaveCount(10);
  await untilHydrated(more);
  await more.click();
  await expect(rows).toHaveCount(Math.min(20, Number(total)));
  expect(await auditTrail(page)).toHaveLength(before + pages.length);
});

test("a page that cannot be had is told in the card, and can be tried again", async ({
  page,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 502/);
  await signInAsGuest(page);
  await connectSilently(page);
  await ask(page, "List the commits in acme/api");
  await untilAnswered(page);
  const card = action(page, /Listed .* commits/).last();
  const error = { code: "tool_failed", message: "Bitbucket is limiting requests.", hint: "Wait." };
  await page.route("**/next-page", (route) => route.fulfill({ status: 502, json: { error } }), {
    times: 1,
  });
  await card.getByRole("button", { name: "Load more" }).click();
  await expect(card.getByRole("alert")).toContainText("Bitbucket is limiting requests.");
  await card.getByRole("button", { name: "Try again" }).click();
  await expect(card.getByRole("listitem").nth(10)).toBeVisible();
  await expect(card.getByRole("alert")).toHaveCount(0);
});

test("a file is coloured under the pages' own policy, and reached by keyboard", async ({
  page,
}) => {
  await signInAsGuest(page);
  await connectSilently(page);
  await ask(page, "Show me package.json of acme/api");
  await untilAnswered(page);
  const card = action(page, /Read package\.json/).last();
  const text = card.getByRole("group", { name: "Text of package.json" });
  const names = text.locator(".hljs-attr");
  await expect(names.first()).toHaveText('"name"');
  const colours = await Promise.all(
    [names.first(), text.locator(".hljs-string").first(), text].map((part) =>
      part.evaluate((element) => getComputedStyle(element).color),
    ),
  );
  expect(new Set(colours).size).toBe(3);
  await text.focus();
  await expect(text).toBeFocused();
});

test("what is sent and what came back can be saved whole", async ({ page }) => {
  await signInAsGuest(page);
  await connectSilently(page);
  await ask(page, "List the open issues in acme/api");
  await untilAnswered(page);
  const row = action(page, /Listed .* issues/).last();
  await expect(row.locator("pre")).toHaveCount(0);
  await row.getByRole("button", { name: "Raw JSON" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    row.getByRole("button", { name: "Download" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("bitbucket_list_issues.json");
  const saved: unknown = JSON.parse(await readFile(await download.path(), "utf8"));
  expect(saved).toMatchObject({
    tool: "BITBUCKET_LIST_ISSUES",
    arguments: { workspace: "acme", repo_slug: "api" },
    state: { status: "succeeded" },
  });
});

test("a created issue can be taken back, and that asks first", async ({ page }) => {
  await signInAsGuest(page);
  await connectSilently(page);
  await ask(page, 'Create an issue "Made by mistake" in acme/api: nothing to see');
  await approve(page, /Create issue/);
  await untilAnswered(page);
  const receipt = action(page, /Created issue/).last();
  await expect(receipt).toContainText(/Created\s*as\s*jane-acme/);
  await receipt.getByRole("button", { name: /^Undo: Delete issue #\d+ in acme\/api/ }).click();
  await approvalFor(page, /Delete issue #\d+ in acme\/api/);
  expect(
    (await auditTrail(page)).filter((entry) => entry.tool === "BITBUCKET_DELETE_ISSUE"),
  ).toEqual([expect.objectContaining({ status: "approval" })]);
  await approve(page, /Delete issue/);
  await untilAnswered(page);
  await expect(action(page, /Deleted issue/).last()).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`on a phone, ${colorScheme}`, () => {
    test.use({ viewport: phone, colorScheme });
    test("no card is wider than the screen", async ({ page }) => {
      await signInAsGuest(page);
      await connectSilently(page);
      for (const wish of [
        "List the commits in acme/api",
        "Which pull requests are open in acme/api?",
        "Show me package.json of acme/api",
      ]) {
        await ask(page, wish);
        await untilAnswered(page);
        const cards = page.locator('[data-slot="action"] figure[aria-label]');
        for (const card of await cards.all()) {
          const box = await card.boundingBox();
          expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(phone.width);
        }
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
    });
  });
}
