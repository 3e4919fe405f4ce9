import { createHash, randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ChatMessage } from "@/lib/shared/message";
import { Conversation } from "@/tests/support/conversation";
import { createUser } from "@/tests/support/installation";
import { rowsRead, storeLongChat, storeManyChats } from "@/tests/support/long-chat";
import { readRun, textOf } from "@/tests/support/run-reader";
import { type Database, database } from "../database/connection.ts";
import { run } from "../database/schema.ts";
import { listChats } from "./list-chats.ts";
import { readChat, readEarlierMessages } from "./read-chat.ts";
import { sendMessage } from "./send-message.ts";

/**
 * Rows of a page and the one that tells of more, each looked at for what it comes after, for itself and for other versions of
 * it, and what a write looks at.
 */
const fewRows = 250;

const conversation = new Conversation();
let storage: Database;

/** How many rows of the large tables some work reads. */
async function rowsReadBy(work: () => Promise<unknown>) {
  const before = await rowsRead(storage);
  await work();
  const after = await rowsRead(storage);
  return { message: after.message - before.message, chat: after.chat - before.chat };
}

const numbersOf = (messages: readonly ChatMessage[]) =>
  messages.map((message) => Number(/^Message (\d+)/.exec(textOf(message))?.[1]));

/** The id of a message of {@link storeLongChat}. */
function identifierOf(chatId: string, number: number): string {
  const digest = createHash("md5").update(`${chatId}${number}`).digest("hex");
  return digest.replace(/^(.{8})(.{4}).(.{3}).(.{3})/, "$1-$2-4$3-8$4-");
}

const sequence = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_value, index) => first + index);

describe("a chat of 100,000 messages", () => {
  const count = 100_000;
  let userId: string;
  let chatId: string;
  beforeAll(async () => {
    storage = await database();
    userId = await createUser();
    chatId = await storeLongChat(storage, userId, count);
  }, 120_000);
  beforeEach(() => conversation.wire.begin({}));

  test("opens with its last twenty", async () => {
    const page = await readChat(userId, chatId);
    expect(numbersOf(page.messages)).toEqual(sequence(count - 19, count));
    expect(page.hasEarlier).toBe(true);
    expect((await rowsReadBy(() => readChat(userId, chatId))).message).toBeLessThan(fewRows);
  });

  test("pages upwards without gaps or doubles, from anywhere", async () => {
    let { messages } = await readChat(userId, chatId);
    for (let page = 0; page < 3; page += 1) {
      const [first] = messages;
      const earlier = await readEarlierMessages(userId, chatId, first?.id ?? "");
      expect(earlier.hasEarlier).toBe(true);
      messages = [...earlier.messages, ...messages];
    }
    expect(numbersOf(messages)).toEqual(sequence(count - 79, count));
    const before = messages[7]?.id ?? "";
    const { messages: page } = await readEarlierMessages(userId, chatId, before);
    expect(numbersOf(page)).toEqual(sequence(count - 92, count - 73));
    const read = () => readEarlierMessages(userId, chatId, before);
    expect((await rowsReadBy(read)).message).toBeLessThan(fewRows);
  });

  test("opens back to a message that is sought, unless that is too far", async () => {
    const idOf = (number: number) => identifierOf(chatId, number);
    const page = await readChat(userId, chatId, idOf(count - 1_500));
    expect(numbersOf(page.messages)).toEqual(sequence(count - 1_510, count));
    expect(page.hasEarlier).toBe(true);
    const near = await readChat(userId, chatId, idOf(count - 3));
    expect(numbersOf(near.messages)).toEqual(sequence(count - 19, count));
    const far = () => readChat(userId, chatId, idOf(1));
    expect(numbersOf((await far()).messages)).toEqual(sequence(count - 19, count));
    expect((await rowsReadBy(far)).message).toBeLessThan(2_000 + fewRows);
    const absent = await readChat(userId, chatId, randomUUID());
    expect(absent.messages).toHaveLength(20);
  });

  test("takes another message without looking at the rest", async () => {
    const { message } = await rowsReadBy(async () => {
      await readRun(await sendMessage(userId, chatId, { id: randomUUID(), text: "One more" }));
    });
    expect(message).toBeLessThan(fewRows);
    const [asked = ""] = conversation.wire.asked;
    expect(asked).toContain("One more");
    expect(asked.length).toBeLessThan(100_000);
  });

  test("is told from its beginning by its first page", async () => {
    const short = await storeLongChat(storage, userId, 21);
    const newest = await readChat(userId, short);
    expect(numbersOf(newest.messages)).toEqual(sequence(2, 21));
    const first = await readEarlierMessages(userId, short, newest.messages[0]?.id ?? "");
    expect(first).toMatchObject({ hasEarlier: false });
    expect(numbersOf(first.messages)).toEqual([1]);
    const none = await readEarlierMessages(userId, short, first.messages[0]?.id ?? "");
    expect(none).toEqual({ messages: [], hasEarlier: false, versions: {} });
    const whole = await storeLongChat(storage, userId, 20);
    expect(await readChat(userId, whole)).toMatchObject({ hasEarlier: false });
  });

  test("is nobody else's, and has no message of another chat", async () => {
    const other = await createUser();
    const [message] = (await readChat(userId, chatId)).messages;
    const id = message?.id ?? "";
    const theirs = await storeLongChat(storage, other, 2);
    const refused = [
      () => readEarlierMessages(other, chatId, id),
      () => readEarlierMessages(other, theirs, id),
      () => readEarlierMessages(userId, chatId, randomUUID()),
    ];
    for (const attempt of refused) {
      await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
    }
  });

  test("keeps its order when the clock is set back a day", async () => {
    await storage.execute(
      sql`update message set created_at = now() - interval '1 day' where id in (
        select id from message where chat_id = ${chatId} order by sequence desc limit 3)`,
    );
    const { messages } = await readChat(userId, chatId);
    expect(textOf(messages.at(-2) ?? { id: "", role: "user", parts: [] })).toBe("One more");
  });
});

describe("ten thousand chats", () => {
  let userId: string;
  beforeAll(async () => {
    storage = await database();
    userId = await createUser();
    await storeManyChats(storage, userId, 10_000);
    // Answered long ago: of these the list needs to know nothing.
    await storage.execute(sql`
      insert into run (id, chat_id, user_id, request_id, user_message_id, message_id, status)
      select gen_random_uuid(), id, user_id, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'ended'
      from chat where user_id = ${userId}`);
    // The upkeep's work, which is due a few seconds after so many rows.
    await storage.execute(sql`analyze`);
  }, 60_000);

  test("list a page without looking at the rest, also from the middle", async () => {
    const first = await listChats(userId);
    expect(first.chats).toHaveLength(50);
    expect((await rowsReadBy(() => listChats(userId))).chat).toBeLessThan(fewRows);

    const [row] = (
      await storage.execute<{ id: string; microseconds: string }>(sql`
        select id, (extract(epoch from updated_at) * 1000000)::bigint::text as microseconds
        from chat where user_id = ${userId} and title = 'Chat 9000'`)
    ).rows;
    const cursor = `${row?.microseconds}_${row?.id}`;
    const deep = await listChats(userId, { cursor });
    expect(deep.chats.map(({ title }) => title)).toEqual(
      sequence(9001, 9050).map((number) => `Chat ${number}`),
    );
    expect((await rowsReadBy(() => listChats(userId, { cursor }))).chat).toBeLessThan(fewRows);
  });

  test("say which of them is being answered", async () => {
    const [latest] = (await listChats(userId)).chats;
    const answering = {
      id: randomUUID(),
      requestId: randomUUID(),
      userMessageId: randomUUID(),
      messageId: randomUUID(),
    };
    await storage
      .insert(run)
      .values({ ...answering, chatId: latest?.id ?? "", userId, status: "waiting" });
    const [first, second] = (await listChats(userId)).chats;
    expect([first?.activity, second?.activity]).toEqual(["waiting", "idle"]);
  });
});
