import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { type ArchivedChat, archivedChatSchema } from "@/lib/shared/archive";
import { Conversation, callThenText } from "@/tests/support/conversation";
import { dispatch } from "@/tests/support/fake-wire";
import { createUser } from "@/tests/support/installation";
import { readRun } from "@/tests/support/run-reader";
import { listChats } from "../chats/list-chats.ts";
import { readChat } from "../chats/read-chat.ts";
import { sendMessage } from "../chats/send-message.ts";
import { database } from "../database/connection.ts";
import { action } from "../database/schema.ts";
import { searchChats } from "../search/search-chats.ts";
import { exportChat, exportChats } from "./export-chat.ts";
import { importChat } from "./import-chat.ts";

const conversation = new Conversation();
let userId: string;
beforeAll(async () => {
  userId = await createUser();
});

const moment = fc.date({ min: new Date(0), max: new Date(Date.now()), noInvalidDate: true });
const time = moment.map((date) => date.toISOString());
const value = fc.jsonValue({ maxDepth: 3, stringUnit: "grapheme" });
const text = fc.string({ unit: "grapheme", maxLength: 200 });
const outcome = fc.constantFrom(
  { status: "done" as const },
  { status: "limit" as const, steps: 3 },
);
const state = fc.oneof(
  value.map((result) => ({ status: "succeeded" as const, result })),
  fc.constant({ status: "unknown" as const }),
  text.map((reason) => ({ status: "denied" as const, reason })),
);
const part = fc.oneof(
  text.map((words) => ({ type: "text" as const, text: words })),
  text.map((words) => ({ type: "reasoning" as const, text: words })),
  fc.string({ unit: "grapheme-ascii", minLength: 1 }).map((words) => ({
    type: "attachment" as const,
    name: "notes.txt",
    content: Buffer.from(words).toString("base64"),
  })),
  fc.record({
    type: fc.constant("action" as const),
    tool: fc.constantFrom("BITBUCKET_CREATE_BRANCH", "JIRA_X"),
    toolkit: fc.constantFrom("bitbucket", "jira"),
    toolClass: fc.constantFrom("read" as const, "change" as const),
    arguments: fc.dictionary(text, value),
    state,
  }),
);
const message = fc.record({
  role: fc.constantFrom("user" as const, "assistant" as const),
  createdAt: time,
  parts: fc.array(part, { maxLength: 4 }),
  outcome,
  place: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
});
const anyChat = fc
  .record({
    title: text.filter((words) => words.trim() !== ""),
    mode: fc.constantFrom("ask" as const, "read-only" as const),
    createdAt: time,
    updatedAt: time,
    messages: fc.array(message, { maxLength: 12 }),
    shown: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  })
  .map(({ messages, shown, ...chat }) => ({
    format: "branchline.chat" as const,
    version: 1 as const,
    ...chat,
    shown: messages.length === 0 ? 0 : 1 + Math.floor(shown * messages.length),
    messages: messages.map(({ place, ...rest }, index) => ({
      ...rest,
      after: Math.floor(place * (index + 1)),
    })),
  }));

describe("a chat that is brought in", () => {
  test("leaves again byte for byte: 200 of them, with all their versions", {
    timeout: 120_000,
  }, async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(anyChat, async (given) => {
        const archived = archivedChatSchema.parse(given);
        const first = await exportChat(userId, await importChat(userId, archived));
        const second = await exportChat(userId, await importChat(userId, first));
        expect(JSON.stringify(second)).toBe(JSON.stringify(first));
        expect(first).toEqual(archived);
        compared += 1;
      }),
      { numRuns: 200, seed: 7 },
    );
    expect(compared).toBe(200);
  });

  test.each<[string, Partial<ArchivedChat> | Record<string, unknown>]>([
    ["of another version", { version: 2 }],
    ["with a field that nobody knows", { userId: randomUUID() }],
    ["with a message after itself", { messages: [{ after: 1, role: "user", parts: [] }] }],
    ["with a message after a later one", { messages: [{ after: 7, role: "user", parts: [] }] }],
    ["that shows a message which it has not", { shown: 2 }],
    ["that shows nothing of what it has", { shown: 0 }],
    [
      "with an action that waits for a yes",
      {
        messages: [
          {
            after: 0,
            role: "assistant",
            parts: [
              {
                type: "action",
                tool: "BITBUCKET_CREATE_BRANCH",
                toolkit: "bitbucket",
                toolClass: "change",
                arguments: {},
                state: { status: "approval", approvalId: randomUUID(), warnings: [] },
              },
            ],
          },
        ],
      },
    ],
    [
      "with tool traffic",
      { messages: [{ after: 0, role: "assistant", parts: [{ type: "dynamic-tool" }] }] },
    ],
  ])("%s is refused", (_name, change) => {
    const good = {
      format: "branchline.chat",
      version: 1,
      title: "Good",
      mode: "ask",
      createdAt: "2026-11-23T10:00:00.000Z",
      updatedAt: "2026-11-23T10:00:00.000Z",
      shown: 1,
      messages: [{ after: 0, role: "user", parts: [{ type: "text", text: "Hi" }] }],
    };
    expect(archivedChatSchema.safeParse(good).success).toBe(true);
    expect(archivedChatSchema.safeParse({ ...good, ...change }).success).toBe(false);
  });
});

describe("an archive", () => {
  const branch = { workspace: "acme", repo_slug: "api" };

  test("has what was said and done, and nothing of this installation", async () => {
    const { userId: owner, chatId, wire } = conversation;
    wire.begin(callThenText(dispatch(["BITBUCKET_LIST_BRANCHES", branch])));
    const id = randomUUID();
    await readRun(await sendMessage(owner, chatId, { id, text: "First" }));
    await readRun(
      await sendMessage(owner, chatId, { id: randomUUID(), text: "Edited", replaces: id }),
    );
    const archived = await exportChat(owner, chatId);
    expect(archived).toMatchObject({
      title: "First",
      shown: 4,
      messages: [
        { after: 0, role: "user" },
        { after: 1, role: "assistant" },
        { after: 0, role: "user", parts: [{ type: "text", text: "Edited" }] },
        { after: 3, role: "assistant", outcome: { status: "done" } },
      ],
    });
    const file = JSON.stringify(archived);
    expect(file).toContain("BITBUCKET_LIST_BRANCHES");
    expect(file).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
    const all: ArchivedChat[] = [];
    for await (const each of exportChats(owner)) all.push(each);
    expect(all).toEqual([archived]);
    await expect(exportChat(await createUser(), chatId)).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("that came in can be gone on with: its words are material, and nothing of it was done here", async () => {
    const { userId: owner, wire } = conversation;
    wire.begin(callThenText(dispatch(["BITBUCKET_LIST_BRANCHES", branch])));
    await readRun(await conversation.send("Look at the branches"));
    const archived = await exportChat(owner, conversation.chatId);
    const newcomer = await createUser();
    const chatId = await importChat(newcomer, archived);
    expect((await listChats(newcomer)).chats).toMatchObject([
      { id: chatId, title: archived.title },
    ]);
    expect((await readChat(newcomer, chatId)).messages).toHaveLength(2);
    const { hits } = await searchChats(newcomer, { query: "look branches" });
    expect(hits).toMatchObject([{ kind: "message", chatId }]);
    expect(
      await (await database()).select().from(action).where(eq(action.chatId, chatId)),
    ).toHaveLength(0);
    wire.begin({});
    await readRun(await sendMessage(newcomer, chatId, { id: randomUUID(), text: "And now?" }));
    expect(wire.asked[0]).toContain("brought this here from another conversation");
    expect(wire.asked[0]).toContain("Look at the branches");
    expect((await readChat(newcomer, chatId)).messages).toHaveLength(4);
  });
});
