import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Cookie } from "@playwright/test";
import { startServer } from "./own-server.ts";
import { recordChat } from "./recorded-chat.ts";

/** A long chat, and its words alone. */
type RepeatedChat = {
  chatId: string;
  texts: { role: "user" | "assistant"; text: string }[];
};

/** A data folder with long chats, and what opens them. */
export type RepeatedChats = { directory: string; cookies: Cookie[]; chats: RepeatedChat[] };

/**
 * Makes a data folder with one chat of each size: what a server stored of a few real requests, over and over, with answers in
 * Markdown between.
 *
 * @param counts of messages
 */
export async function makeRepeatedChats(
  browser: Browser,
  counts: readonly number[],
): Promise<RepeatedChats> {
  const directory = mkdtempSync(join(tmpdir(), "branchline-repeated-"));
  const server = await startServer({ DATA_DIR: directory });
  const page = await browser.newPage();
  const headers = { origin: server.origin };
  await page.request.post(`${server.origin}/api/auth/guest`, { headers, data: {} });
  await page.goto(server.origin);
  const recordedId = await recordChat(page);
  const cookies = await page.context().cookies();
  await page.close();
  // The database has one owner at a time.
  await server.kill();
  const seed = ["--conditions=react-server", "tests/browser/seed-repeated-chats.ts"];
  const printed = execFileSync("node", [...seed, directory, recordedId, ...counts.map(String)], {
    maxBuffer: 100_000_000,
  });
  return { directory, cookies, chats: JSON.parse(String(printed)) };
}
