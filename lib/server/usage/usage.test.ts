import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Conversation } from "@/tests/support/conversation";
import { dispatch } from "@/tests/support/fake-wire";
import { configure, createUser } from "@/tests/support/installation";
import { eventStream, modelStreamText, stalledStream } from "@/tests/support/model-stream";
import { readRun, textOf } from "@/tests/support/run-reader";
import { deleteChat } from "../chats/delete-chat";
import { listChats } from "../chats/list-chats";
import { stopChat } from "../chats/live-run";
import { database } from "../database/connection";
import { modelUsage } from "../database/schema";
import { readUsed } from "../limits/rate-limit";
import { usageByChat, usageByDay, usageOfChat } from "./read-usage";

const conversation = new Conversation();
beforeEach(() => configure({ MCP_REQUEST_TIMEOUT_MS: "30000" }));
afterEach(() => configure({ MODEL_PRICES: "", TOKENS_PER_DAY: "" }));

const counts = '"input_tokens":1000,"input_tokens_details":{"cached_tokens":600}';
const reading = () =>
  eventStream(modelStreamText({ text: "Done." }).replace('"input_tokens":1', counts));
const today = () => new Date().toISOString().slice(0, 10);

/** The answer to a message, once its chat has its title as well. */
async function answer(text = "Please") {
  const message = await readRun(await conversation.send(text));
  await vi.waitFor(
    async () => {
      const { chats } = await listChats(conversation.userId);
      expect(chats.every(({ naming }) => !naming)).toBe(true);
    },
    { timeout: 20_000 },
  );
  return message;
}

describe("an answer", () => {
  test("tells what all its steps have used, and has it stored", async () => {
    const call = dispatch(["BITBUCKET_LIST_BRANCHES", {}]);
    conversation.wire.begin({ model: (index) => (index === 0 ? { calls: [call] } : reading()) });
    const { metadata } = await answer();
    const usage = { models: ["gpt-5"], input: 1_001, cachedInput: 600, output: 2, cost: null };
    expect(metadata?.usage).toEqual(usage);
    expect((await conversation.stored())?.metadata?.usage).toEqual(usage);
  });

  test("costs what its model does, at the price of the time", async () => {
    configure({ MODEL_PRICES: "gpt-5=1/0.5/10" });
    conversation.wire.begin({ model: reading });
    const cost = (400 + 600 * 0.5 + 10) / 1_000_000;
    expect((await answer()).metadata?.usage?.cost).toBeCloseTo(cost, 12);
    configure({ MODEL_PRICES: "gpt-5=100/100/100" });
    expect((await conversation.stored())?.metadata?.usage?.cost).toBeCloseTo(cost, 12);
  });

  test("that is stopped is counted as far as it had come, and said to be estimated", async () => {
    const [begun = ""] = modelStreamText({ text: "Blah ".repeat(200) }).split(
      "event: response.output_item.done",
    );
    conversation.wire.begin({ model: () => stalledStream(begun) });
    const runId = await conversation.send();
    await readRun(runId, (message) => textOf(message).length > 500);
    await stopChat(conversation.userId, conversation.chatId);
    const { metadata } = await readRun(runId);
    expect(metadata?.usage?.output).toBe(250);
    const [row] = await (await database())
      .select()
      .from(modelUsage)
      .where(eq(modelUsage.userId, conversation.userId));
    expect(row?.estimated).toBe(true);
  });

  test("for which no model was reached has used nothing", async () => {
    const refused = () => Response.json({ error: { message: "No." } }, { status: 401 });
    conversation.wire.begin({ model: refused });
    expect((await answer()).metadata?.usage).toBeUndefined();
    expect(await usageByChat(conversation.userId)).toEqual([]);
  });
});

test("a person's limit counts each token once", async () => {
  configure({ TOKENS_PER_DAY: "100000" });
  conversation.wire.begin({ model: reading });
  await answer();
  // The answer's 1,001 and the title's 2.
  expect((await readUsed(`tokens:user:${conversation.userId}`))?.used).toBe(1_003);
});

describe("a person's usage", () => {
  test("is told by day and model and by chat, titles included", async () => {
    conversation.wire.begin({ model: reading, title: () => "Named" });
    await answer();
    const used = { input: 1_001, cachedInput: 600, output: 2, cost: null };
    expect(await usageByDay({ userId: conversation.userId })).toEqual([
      { day: today(), model: "gpt-5", ...used },
    ]);
    expect(await usageByChat(conversation.userId)).toEqual([
      { chat: { id: conversation.chatId, title: "Named" }, ...used },
    ]);
    expect(await usageOfChat(conversation.userId, conversation.chatId)).toEqual(used);
  });

  test("is their own", async () => {
    conversation.wire.begin({});
    await answer();
    const stranger = await createUser();
    expect(await usageByDay({ userId: stranger })).toEqual([]);
    expect(await usageByChat(stranger)).toEqual([]);
    await expect(usageOfChat(stranger, conversation.chatId)).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("stays counted when its chat is deleted", async () => {
    conversation.wire.begin({ model: reading });
    await answer();
    await deleteChat(conversation.userId, conversation.chatId);
    const used = { input: 1_001, cachedInput: 600, output: 2, cost: null };
    expect(await usageByChat(conversation.userId)).toEqual([{ chat: null, ...used }]);
  });

  test("goes back thirty days, and has no cost where a part of it has none", async () => {
    const storage = await database();
    const midnight = Date.parse(`${today()}T00:00:00Z`);
    const store = (daysAgo: number, cost: number | null) =>
      storage.insert(modelUsage).values({
        id: randomUUID(),
        userId: conversation.userId,
        model: "small",
        input: 2,
        cachedInput: 0,
        output: 1,
        estimated: false,
        cost,
        createdAt: new Date(midnight - daysAgo * 86_400_000),
      });
    await store(0, 1);
    await store(29, 0.5);
    await store(29, null);
    await store(30, 1);
    const found = await usageByDay({ userId: conversation.userId });
    expect(found.map(({ input, cost }) => [input, cost])).toEqual([
      [4, null],
      [2, 1],
    ]);
  });
});
