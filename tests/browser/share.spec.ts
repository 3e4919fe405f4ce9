import type { Page } from "@playwright/test";
import { reportRow } from "../security/report";
import { connectSilently, readChat } from "./api";
import { createLink, linkField, openShareDialog, preview, shareDialog, visit } from "./sharing";
import {
  action,
  answers,
  approvalFor,
  approve,
  ask,
  chatPath,
  expect,
  signInAsGuest,
  test,
  untilAnswered,
} from "./support";

const reason = "CANARY-of-a-reason";

/** Everything of a chat that belongs to its owner alone, as its document says. */
async function secretsOf(page: Page, path: string): Promise<string[]> {
  const secrets = new Set(["jane-acme", reason, "known_fields", "COMPOSIO_MULTI_EXECUTE_TOOL"]);
  for (const message of (await readChat(page, path)).messages) {
    secrets.add(message.id);
    for (const part of message.parts) {
      const { id, toolCallId } = part;
      for (const value of [id, toolCallId]) if (typeof value === "string") secrets.add(value);
    }
  }
  return [...secrets];
}

test("a copy is public, says nothing private, does not grow, and goes at once", async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  await signInAsGuest(page);
  await connectSilently(page);
  await ask(page, "Create a branch shared/branch off main in acme/api");
  await approve(page, /shared\/branch/);
  await untilAnswered(page);
  await ask(page, "Create a branch denied/branch off main in acme/api");
  const card = await approvalFor(page, /denied\/branch/);
  await card.getByRole("textbox", { name: "Why not?" }).fill(reason);
  await card.getByRole("button", { name: "Don't" }).click();
  await untilAnswered(page);
  const path = await chatPath(page);

  await openShareDialog(page);
  await expect(preview(page).locator('[data-slot="action"]').first()).toBeVisible();
  const address = await createLink(page);
  expect(address).toMatch(/\/share\/[\w-]{22}$/);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("img", { name: "Shared by link" })).toBeVisible();
  await ask(page, "help");
  await untilAnswered(page);

  const visitor = await visit(browser, address);
  expect(visitor.status).toBe(200);
  await expect(action(visitor.page, /Created branch shared\/branch/)).toContainText(
    "shared/branch",
  );
  await expect(answers(visitor.page)).toHaveCount(2);
  await expect(visitor.page.getByRole("textbox")).toHaveCount(0);
  expect(visitor.headers["cache-control"]).toBe("no-store");
  const robots = visitor.page.locator('meta[name="robots"]');
  await expect(robots).toHaveAttribute("content", "noindex, nofollow, noarchive");
  expect(visitor.headers["x-robots-tag"]).toBe("noindex, nofollow, noarchive");
  expect(visitor.headers["referrer-policy"]).toBe("no-referrer");
  await expect(visitor.page.locator('meta[name="referrer"]')).toHaveAttribute(
    "content",
    "no-referrer",
  );

  const html = await (await visitor.page.request.get(address)).text();
  expect(html).toContain("shared/branch");
  const secrets = await secretsOf(page, path);
  const leaked = secrets.filter((secret) => html.includes(secret));
  const title = "What a shared page must not say";
  reportRow({ row: 14, title, cases: secrets.length, gotThrough: leaked.length });
  expect(leaked).toEqual([]);
  expect(html).not.toMatch(/\/connect\/|sandbox\/composio|"approvalId"/);

  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expect(linkField(page)).toHaveCount(1);
  await shareDialog(page).getByRole("button", { name: "Stop sharing" }).click();
  await expect(linkField(page)).toHaveCount(0);
  expect((await visitor.page.request.get(address)).status()).toBe(404);
  await visitor.page.reload();
  await expect(visitor.page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
  await visitor.page.context().close();
});
