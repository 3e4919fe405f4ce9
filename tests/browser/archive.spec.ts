import { readFile } from "node:fs/promises";
import type { Download, Page } from "@playwright/test";
import { connectSilently } from "./api";
import {
  action,
  answers,
  ask,
  expect,
  messageBox,
  signInAsGuest,
  test,
  untilAnswered,
} from "./support";

async function downloaded(page: Page, click: () => Promise<void>): Promise<Download> {
  const download = page.waitForEvent("download");
  await click();
  return download;
}
const textOf = async (download: Download) => readFile(await download.path(), "utf8");
const bringIn = (page: Page, name: string, text: string) =>
  page
    .getByLabel("File with chats")
    .setInputFiles({ name, mimeType: "application/jsonl", buffer: Buffer.from(text) });

test("a chat leaves as text to read, and all chats leave, come in elsewhere and go on", async ({
  page,
  browser,
}) => {
  await signInAsGuest(page);
  await connectSilently(page);
  await ask(page, "List the branches of acme/api");
  await untilAnswered(page);
  const menu = page.getByRole("button", { name: "Download this chat" });
  await menu.click();
  const markdown = await downloaded(page, () =>
    page.getByRole("menuitem", { name: "Markdown, to read" }).click(),
  );
  expect(markdown.suggestedFilename()).toMatch(/^branchline-chat-\d{4}-\d\d-\d\d\.md$/);
  expect(await textOf(markdown)).toMatch(
    /^# List the branches of acme\/api\n\n## You\n\nList the branches of acme\/api\n\n## Branchline\n/,
  );

  await page.goto("/settings");
  const all = await downloaded(page, () =>
    page.getByRole("link", { name: "Download all chats" }).click(),
  );
  const archive = await textOf(all);
  expect(archive.split("\n")).toHaveLength(2);

  const context = await browser.newContext();
  const other = await context.newPage();
  await signInAsGuest(other);
  await other.goto("/settings");
  await bringIn(other, "chats.jsonl", `${archive}no chat\n{"format":"branchline.chat"}\n`);
  const report = other.getByRole("status");
  await expect(report).toContainText("1 chat brought in.");
  await expect(report).toContainText("Line 2: This is no chat: it is not JSON.");
  await expect(report).toContainText("Line 3:");
  await other.goto("/");
  await other.getByRole("link", { name: /List the branches of acme\/api/ }).click();
  await expect(action(other, /Listed .*branches/)).toBeVisible();
  await messageBox(other).fill("List my workspaces");
  await messageBox(other).press("Enter");
  await expect(answers(other)).toHaveCount(2);
  await context.close();
});
