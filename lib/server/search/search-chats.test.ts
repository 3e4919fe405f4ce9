import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import type { SearchHit } from "@/lib/shared/search";
import { Conversation } from "@/tests/support/conversation";
import { createUser } from "@/tests/support/installation";
import { readRun } from "@/tests/support/run-reader";
import { deleteChat } from "../chats/delete-chat.ts";
import { sendMessage } from "../chats/send-message.ts";
import { updateChat } from "../chats/update-chat.ts";
import { database } from "../database/connection.ts";
import { indexBacklog } from "./index-backlog.ts";
import { searchChats } from "./search-chats.ts";

const conversation = new Conversation();
let userId: string;
beforeEach(async () => {
  conversation.wire.begin({});
  userId = await createUser();
});

/** Sends a message and waits for its answer. @returns the chat's id */
async function say(text: string, chatId: string = randomUUID()): Promise<string> {
  await readRun(await sendMessage(userId, chatId, { id: randomUUID(), text }));
  return chatId;
}

const find = async (query: string, as = userId) => (await searchChats(as, { query })).hits;
const markedTexts = (hits: SearchHit[]) =>
  hits.map((hit) => {
    const { text, marks } = hit.kind === "message" ? hit.excerpt : hit.title;
    return marks.map(([from, to]) => text.slice(from, to));
  });

describe("a search", () => {
  test.each([
    ["feature/login", "feature/login"],
    ["feature/lo", "feature/login"],
    ["FEATURE login", "feature"],
    ["acme/api", "acme/api"],
    ["mulle", "Müller"],
  ])("for %s finds a message as it is typed", async (query, first) => {
    const chatId = await say("Ask Müller to merge feature/login of acme/api");
    const hits = await find(query);
    expect(hits.map((hit) => [hit.kind, hit.chatId])).toEqual([["message", chatId]]);
    expect(markedTexts(hits)[0]).toContain(first);
  });

  test("has the newest first, and what the model wrote", async () => {
    const [one, two] = [await say("Something about pelicans"), await say("More about pelicans")];
    expect((await find("pelican")).map(({ chatId }) => chatId)).toEqual([two, one]);
  });

  test("has what the model wrote", async () => {
    conversation.wire.begin({ model: () => ({ text: "Herons stand in shallow water." }) });
    const chatId = await say("Where do they stand?");
    expect(await find("shallow")).toMatchObject([
      { kind: "message", chatId, author: "assistant", excerpt: { marks: [[16, 23]] } },
    ]);
  });

  test("finds the title that a chat has now, and says nothing twice", async () => {
    const chatId = await say("Something about pelicans");
    await updateChat(userId, chatId, { title: "Birds of the coast" });
    expect(await find("coast")).toMatchObject([
      { kind: "title", chatId, title: { marks: [[13, 18]] } },
    ]);
    await updateChat(userId, chatId, { title: "Pelicans" });
    expect(await find("coast")).toEqual([]);
    expect(await find("pelicans")).toMatchObject([{ kind: "message", chatId }]);
  });

  test("never finds what is somebody else's, not even with an owner's prefix in common", async () => {
    await say("A secret about pelicans");
    const other = await createUser();
    expect(await find("pelicans", other)).toEqual([]);
    const storage = await database();
    const twin = `${userId.slice(0, 8)}${randomUUID().slice(8)}`;
    await storage.execute(
      sql`insert into "user" (id, kind, name) values (${twin}, 'guest', 'Twin')`,
    );
    expect(await find("pelicans", twin)).toEqual([]);
  });

  test("no longer finds a chat that was deleted", async () => {
    const chatId = await say("Something about pelicans");
    await deleteChat(userId, chatId);
    expect(await find("pelicans")).toEqual([]);
  });

  test.each(["", "  ", "!?", "'", "a' | 'b", "<->", ":*", "\\", "\0", "%"])(
    "for %j is harmless",
    async (query) => {
      await say("Something about pelicans");
      expect(await find(query)).toBeInstanceOf(Array);
    },
  );

  test("refuses too long a text and a cursor of nobody's", async () => {
    const invalid = { code: "invalid_request" };
    await expect(searchChats(userId, { query: "a".repeat(201) })).rejects.toMatchObject(invalid);
    for (const cursor of ["", "x", "-1", "1".repeat(30)])
      await expect(searchChats(userId, { query: "a", cursor })).rejects.toMatchObject(invalid);
  });

  test("finds the words of the longest message", async () => {
    const text = Array.from({ length: 8_000 }, (_value, index) => `w${index}`).join(" ");
    await say(text);
    expect(markedTexts(await find("w7999"))).toEqual([["w7999"]]);
  });

  test("finds what was stored before there was a search", async () => {
    const chatId = await say("Something about pelicans");
    const storage = await database();
    await storage.execute(sql`update search_entry set words = null where user_id = ${userId}`);
    expect(await find("pelicans")).toEqual([]);
    await indexBacklog();
    expect(await find("pelicans")).toMatchObject([{ kind: "message", chatId }]);
  });
});
