import type { Browser, Page } from "@playwright/test";
import { sharePreviewSchema, shareSummarySchema } from "@/lib/shared/sharing/api";
import { send } from "./api";
import { expect } from "./support";

export const shareDialog = (page: Page) => page.getByRole("dialog", { name: "Share this chat" });
export const preview = (page: Page) => page.frameLocator('iframe[title="What readers get"]');
export const linkField = (page: Page) => page.getByRole("textbox", { name: "Link" });

/** Opens the dialog, and waits for the page that readers would get. */
export async function openShareDialog(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await untilPreviewed(page);
}

/** The preview is that of what is chosen now. */
export async function untilPreviewed(page: Page): Promise<void> {
  await expect(page.locator('iframe[aria-busy="false"]')).toBeVisible();
  await expect(preview(page).getByText("A copy of a conversation")).toBeVisible();
}

/** Makes a link with what the dialog has chosen; answers its address. */
export async function createLink(page: Page): Promise<string> {
  await shareDialog(page).getByRole("button", { name: "Create link" }).click();
  return linkField(page).first().inputValue();
}

/** @param path of the chat */
export async function previewByApi(page: Page, path: string, chosen: object) {
  const address = `/api${path.replace("/chat/", "/chats/")}/shares/preview`;
  const response = await send(page, "POST", address, chosen);
  return sharePreviewSchema.parse(await response.json());
}

export async function shareByApi(page: Page, path: string, chosen: object) {
  const address = `/api${path.replace("/chat/", "/chats/")}/shares`;
  const response = await send(page, "POST", address, chosen);
  expect(response.status()).toBe(201);
  return shareSummarySchema.parse(await response.json());
}

/** Opens an address as somebody who has never been here. */
export async function visit(
  browser: Browser,
  address: string,
  options: Parameters<Browser["newContext"]>[0] = {},
) {
  const page = await (await browser.newContext(options)).newPage();
  const response = await page.goto(address);
  return { page, status: response?.status(), headers: response?.headers() ?? {} };
}

/** Tags of scripts in a page, and bytes of script in it. */
export function scriptsIn(html: string): { tags: number; bytes: number } {
  const scripts = html.match(/<script[\s\S]*?(?:<\/script>|$)/gi) ?? [];
  return { tags: scripts.length, bytes: Buffer.byteLength(scripts.join("")) };
}
