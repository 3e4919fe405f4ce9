import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { createShareSchema } from "@/lib/shared/sharing/api";
import { Conversation } from "@/tests/support/conversation";
import { createUser } from "@/tests/support/installation";
import { readRun } from "@/tests/support/run-reader";
import { database } from "../database/connection.ts";
import { chat, message, run } from "../database/schema.ts";
import { readShare } from "../sharing/read-share.ts";
import { createShare, listShares, revokeShare } from "../sharing/shares.ts";
import { deleteChat } from "./delete-chat.ts";
import { listChats } from "./list-chats.ts";
import { liveRun, stopChat } from "./live-run.ts";
import { readChat } from "./read-chat.ts";
import { sendMessage } from "./send-message.ts";
import { updateChat } from "./update-chat.ts";

const conversation = new Conversation();
const notFound = { code: "not_found", status: 404 };

describe("a message", () => {
  test("sent twenty times at once is one message, one run and one question to the model", async () => {
    const { userId, chatId, wire } = conversation;
    wire.begin({});
    const sent = { id: randomUUID(), text: "Hello" };
    const runs = await Promise.all(
      Array.from({ length: 20 }, () => sendMessage(userId, chatId, sent)),
    );
    expect(new Set(runs).size).toBe(1);
    await readRun(runs[0] ?? "");
    const again = await sendMessage(userId, chatId, { ...sent, text: "Something else" });
    expect(again).toBe(runs[0]);
    const { messages } = await readChat(userId, chatId);
    expect(messages).toMatchObject([
      { id: sent.id, role: "user", parts: [{ type: "text", text: "Hello" }] },
      { role: "assistant", metadata: { outcome: { status: "done" } } },
    ]);
    const rows = await (await database()).select().from(run).where(eq(run.chatId, chatId));
    expect(rows).toHaveLength(1);
    expect(wire.asked).toHaveLength(1);
  });

  test("is stored before the model is asked", async () => {
    const { userId, chatId, wire } = conversation;
    const { promise: seen, resolve: note } = Promise.withResolvers<unknown>();
    wire.begin({
      async model() {
        note((await readChat(userId, chatId)).messages.at(0)?.parts);
        return { text: "Hi." };
      },
    });
    await readRun(await conversation.send("Hello"));
    expect(await seen).toEqual([{ type: "text", text: "Hello" }]);
  });

  test("has to wait for the answer to the one before", async () => {
    const { wire } = conversation;
    const { promise: released, resolve: release } = Promise.withResolvers<{ text: string }>();
    wire.begin({ model: () => released });
    const first = await conversation.send("One");
    const second = conversation.send("Two");
    await expect(second).rejects.toMatchObject({ code: "run_alive", status: 409 });
    release({ text: "Done." });
    await readRun(first);
    await readRun(await conversation.send("Two"));
  });

  test("with the id of somebody else's message is refused and changes nothing", async () => {
    const { userId, chatId, wire } = conversation;
    wire.begin({});
    const id = randomUUID();
    await readRun(await sendMessage(userId, chatId, { id, text: "Mine" }));
    const other = await createUser();
    const otherChat = randomUUID();
    const stealing = sendMessage(other, otherChat, { id, text: "Theirs" });
    await expect(stealing).rejects.toMatchObject(notFound);
    await expect(readChat(other, otherChat)).rejects.toMatchObject(notFound);
    const [kept] = await (await database()).select().from(message).where(eq(message.id, id));
    expect(kept).toMatchObject({ chatId, parts: [{ text: "Mine" }] });
  });

  test("with the id of an answer is refused", async () => {
    conversation.wire.begin({});
    await readRun(await conversation.send());
    const id = (await conversation.stored())?.id ?? "";
    const { userId, chatId } = conversation;
    const reusing = sendMessage(userId, chatId, { id, text: "x" });
    await expect(reusing).rejects.toMatchObject(notFound);
  });

  test("gives a new chat its title, on one line", async () => {
    conversation.wire.begin({});
    await readRun(await conversation.send(`  Open\n a   pull request ${"x".repeat(100)}`));
    const { title } = await readChat(conversation.userId, conversation.chatId);
    expect(title).toMatch(/^Open a pull request x+…$/);
    expect(title).toHaveLength(60);
  });
});

test("nobody else can see, change or use a chat", async () => {
  const { userId, chatId, wire } = conversation;
  wire.begin({});
  await readRun(await conversation.send());
  const other = await createUser();
  const attempts = [
    () => readChat(other, chatId),
    () => liveRun(other, chatId),
    () => stopChat(other, chatId),
    () => updateChat(other, chatId, { title: "Theirs" }),
    () => updateChat(other, chatId, {}),
    () => deleteChat(other, chatId),
    () => createShare(other, chatId, createShareSchema.parse({})),
    () => sendMessage(other, chatId, { id: randomUUID(), text: "x" }),
  ];
  for (const attempt of attempts) {
    await expect(attempt()).rejects.toMatchObject({
      ...notFound,
      message: "There is no such chat.",
    });
  }
  expect((await listChats(other)).chats).toEqual([]);
  expect(await readChat(userId, chatId)).toMatchObject({ title: "Please", live: false });
});

describe("the list of chats", () => {
  async function fill(count: number): Promise<string> {
    const userId = await createUser();
    const updatedAt = new Date();
    await (await database()).insert(chat).values(
      Array.from({ length: count }, (_value, index) => ({
        id: randomUUID(),
        userId,
        title: index % 2 === 0 ? `100% even_${index}` : `odd ${index}`,
        // Many at one moment: the id decides then.
        updatedAt: new Date(updatedAt.getTime() - Math.floor(index / 10)),
      })),
    );
    return userId;
  }

  test("comes in pages that neither overlap nor miss", async () => {
    const userId = await fill(120);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listChats(userId, { cursor });
      seen.push(...page.chats.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toHaveLength(120);
    expect(new Set(seen).size).toBe(120);
  });

  test("begins with the chat used last, also after the clock was set back a day", async () => {
    const { userId, chatId, wire } = conversation;
    wire.begin({});
    const tomorrow = new Date(Date.now() + 24 * 60 * 60 * 1000);
    const other = randomUUID();
    await (await database())
      .insert(chat)
      .values({ id: other, userId, title: "Other", updatedAt: tomorrow });
    for (const used of [chatId, other, chatId]) {
      await readRun(await sendMessage(userId, used, { id: randomUUID(), text: "Hi" }));
      expect((await listChats(userId)).chats[0]?.id).toBe(used);
    }
  });

  test.each(["", "x", "1_x", `1_${"-".repeat(36)}`, `x_${randomUUID()}`, `${"9".repeat(30)}_x`])(
    "with the page marker %j is the first page or refused",
    async (cursor) => {
      const list = listChats(await createUser(), { cursor });
      if (cursor === "") expect((await list).chats).toEqual([]);
      else await expect(list).rejects.toMatchObject({ code: "invalid_request" });
    },
  );
});

describe("a share", () => {
  test("is a copy: later messages stay private; revoked, it is gone", async () => {
    const { userId, chatId, wire } = conversation;
    wire.begin({ model: () => ({ text: "First answer." }) });
    await readRun(await conversation.send());
    const share = await createShare(userId, chatId, createShareSchema.parse({}));
    const token = share.path.replace("/share/", "");
    const copy = await readShare(token, null);
    expect(JSON.stringify(copy)).toContain("First answer.");
    for (const secret of [userId, chatId, ...wire.asked])
      expect(JSON.stringify(copy)).not.toContain(secret);

    wire.begin({ model: () => ({ text: "Second answer." }) });
    await readRun(await conversation.send("More"));
    expect(await readShare(token, null)).toEqual(copy);

    await expect(revokeShare(await createUser(), share.id)).rejects.toMatchObject(notFound);
    expect(await listShares(userId)).toEqual([share]);
    await revokeShare(userId, share.id);
    expect(await readShare(token, null)).toBeNull();
  });

  test.each(["", "x", "\0", "../..", "a".repeat(22), "a".repeat(10_000)])(
    "%.20j is none",
    async (token) => {
      expect(await readShare(token, null)).toBeNull();
    },
  );
});
