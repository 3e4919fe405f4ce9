import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { sendMessage } from "@/lib/server/chats/send-message";
import { database } from "@/lib/server/database/connection";
import { chat, message } from "@/lib/server/database/schema";
import { Conversation } from "../support/conversation";
import { configure, createUser } from "../support/installation";
import { readRun } from "../support/run-reader";
import { countCases } from "./count-cases";

// That one message and one yes count once, however often they are sent, is shown where the server is killed meanwhile:
// tests/faults/exactly-once.test.ts. Here are the ids of somebody else's messages.

const conversation = new Conversation();
const { expectSafe } = countCases(41, "A message id of somebody else's");

beforeAll(() =>
  configure({ MESSAGES_PER_MINUTE: "1000", LIVE_RUNS: "1000", MCP_REQUEST_TIMEOUT_MS: "20000" }),
);

/** The code with which it is refused, or that it was taken. */
const outcomeOf = (sending: Promise<string>) =>
  sending.then(
    () => "taken",
    (error) => String(error.code),
  );

const chatsOf = async (userId: string) =>
  (await database()).select().from(chat).where(eq(chat.userId, userId));
const rowsWith = async (id: string) =>
  (await database()).select().from(message).where(eq(message.id, id));

test("the id of somebody else's message is nobody's: refused, and theirs is as it was", async () => {
  conversation.wire.begin({});
  const id = randomUUID();
  const { userId: owner, chatId } = conversation;
  await readRun(await sendMessage(owner, chatId, { id, text: "Mine" }));
  const before = await rowsWith(id);
  const asked = conversation.wire.asked.length;

  const other = await createUser();
  const own = randomUUID();
  await readRun(await sendMessage(other, own, { id: randomUUID(), text: "Theirs" }));
  const chats = await chatsOf(other);
  for (const place of [own, randomUUID(), chatId]) {
    const attempts = Array.from({ length: 20 }, () =>
      outcomeOf(sendMessage(other, place, { id, text: "Overwritten" })),
    );
    for (const outcome of await Promise.all(attempts))
      expectSafe(outcome === "not_found", `somebody else's: ${outcome}`);
  }
  // Nor does it move to another chat of its owner's.
  const moved = await outcomeOf(sendMessage(owner, randomUUID(), { id, text: "Moved" }));
  expectSafe(moved === "not_found", `moved: ${moved}`);

  expect(await rowsWith(id)).toEqual(before);
  expect(await chatsOf(other)).toEqual(chats);
  expect(await chatsOf(owner)).toHaveLength(1);
  expect(conversation.wire.asked).toHaveLength(asked + 1);
});

test("of two people who send one id at once, 20 times each, one has it and the other nothing", async () => {
  for (let round = 0; round < 5; round += 1) {
    conversation.wire.begin({});
    const id = randomUUID();
    const people = await Promise.all(
      ["one", "other"].map(async (name) => ({
        name,
        userId: await createUser(),
        chatId: randomUUID(),
      })),
    );
    const sent = Array.from({ length: 20 }, () =>
      people.map(async ({ name, userId, chatId }) => ({
        name,
        outcome: await sendMessage(userId, chatId, { id, text: name }).catch(({ code }) => code),
      })),
    );
    const answers = await Promise.all(sent.flat());
    const [row, ...others] = await rowsWith(id);
    const winner = people.find(({ chatId }) => chatId === row?.chatId);
    expectSafe(others.length === 0 && winner !== undefined, "one row");
    const runs = new Set<string>();
    for (const { name, outcome } of answers) {
      if (name === winner?.name) runs.add(outcome);
      else expectSafe(outcome === "not_found", `the other: ${outcome}`);
    }
    expectSafe(runs.size === 1, `${runs.size} runs`);
    for (const runId of runs) await readRun(runId);
    expectSafe(conversation.wire.asked.length === 1, `${conversation.wire.asked.length} questions`);
    for (const { userId } of people)
      expectSafe((await chatsOf(userId)).length === (userId === winner?.userId ? 1 : 0), "a chat");
  }
});
