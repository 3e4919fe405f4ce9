import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import type { SearchHit } from "@/lib/shared/search";
import { createUser, installForTests } from "@/tests/support/installation";
import { rowsRead, storeSearchableChats } from "@/tests/support/long-chat";
import { type Database, database } from "../database/connection.ts";
import { searchChats } from "./search-chats.ts";

/** What is sorted or walked through at most, and what a page shows of it. */
const rowsAllowed = 6_000;

installForTests();
let storage: Database;
let userId: string;

beforeAll(async () => {
  storage = await database();
  // Of others there is as much to be found, and none of it may be looked at.
  for (const count of [2_000, 10_000]) {
    userId = await createUser();
    await storeSearchableChats(storage, userId, { chats: count, messagesEach: 10 });
  }
  // The upkeep's work, which is due a few seconds after so many rows.
  await storage.execute(sql`vacuum analyze`);
}, 600_000);

/** All pages of a search, and what the dearest of them read. */
async function searchAll(query: string, pages: number) {
  const hits: SearchHit[] = [];
  let [cursor, rows, count]: [string | undefined, number, number] = [undefined, 0, 0];
  do {
    const before = await rowsRead(storage);
    const page = await searchChats(userId, { query, cursor });
    const after = await rowsRead(storage);
    rows = Math.max(
      rows,
      after.search_entry - before.search_entry + after.message - before.message,
    );
    expect(after.chat - before.chat).toBeLessThan(250);
    hits.push(...page.hits);
    cursor = page.nextCursor ?? undefined;
    count += 1;
  } while (cursor !== undefined && count < pages);
  return { hits, rows, more: cursor !== undefined };
}

describe("10,000 chats with 100,000 messages", () => {
  test.each([
    ["a word that is nowhere", "nowhere", 0],
    ["a rare word", "rare1234", 10],
    ["a path", "feature/login1234", 10],
    ["a beginning of rare words", "feature/login99", 1_110],
    ["a word of long ago, all pages", "ancient", 3_000],
  ])("%s is found in few rows", async (_name, query, count) => {
    const { hits, rows } = await searchAll(query, 1_000);
    expect(rows).toBeLessThan(rowsAllowed);
    expect(
      new Set(hits.map((hit) => (hit.kind === "message" ? hit.messageId : hit.chatId))).size,
    ).toBe(hits.length);
    expect(hits).toHaveLength(count);
  });

  test.each(["message", "m", "message branch", "branch/main mess"])(
    "the common %j is found in few rows, the newest first",
    async (query) => {
      const { hits, rows, more } = await searchAll(query, 3);
      expect(rows).toBeLessThan(rowsAllowed);
      expect(hits).toHaveLength(60);
      expect(more).toBe(true);
      const numbers = hits.map((hit) =>
        hit.kind === "message" ? Number(/number (\d+)/.exec(hit.excerpt.text)?.[1]) : 0,
      );
      expect(numbers).toEqual(Array.from({ length: 60 }, (_value, index) => 100_000 - index));
    },
  );
});
