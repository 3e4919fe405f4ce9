import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { ChatMessage } from "@/lib/shared/message";
import { approvalOf, Conversation, callThenText } from "@/tests/support/conversation";
import { dispatch } from "@/tests/support/fake-wire";
import { createUser } from "@/tests/support/installation";
import { actionsOf, readRun } from "@/tests/support/run-reader";
import { decideApproval } from "../policy/decide-approval.ts";
import { answerAgain } from "./answer-again.ts";
import { readAllMessages } from "./messages.ts";
import { readChat, readEarlierMessages } from "./read-chat.ts";
import { sendMessage } from "./send-message.ts";
import { showVersion } from "./versions.ts";

const conversation = new Conversation();
const read = () => readChat(conversation.userId, conversation.chatId);
const show = (id = "") => showVersion(conversation.userId, conversation.chatId, id);

const wordsOf = ({ parts }: ChatMessage) =>
  parts.map((part) => (part.type === "text" ? part.text : "")).join("");
const words = async () => (await read()).messages.map(wordsOf);

/** Answers every message with its number among all that were answered. */
function answerWithNumbers() {
  let answers = 0;
  conversation.wire.begin({
    model: () => {
      answers += 1;
      return { text: `Answer ${answers}` };
    },
  });
}

async function say(text: string, replaces?: string): Promise<string> {
  const id = randomUUID();
  const sent = { id, text, ...(replaces ? { replaces } : {}) };
  await readRun(await sendMessage(conversation.userId, conversation.chatId, sent));
  return id;
}

async function again(messageId: string, id = randomUUID()): Promise<string> {
  const runId = await answerAgain(conversation.userId, conversation.chatId, { id, messageId });
  await readRun(runId);
  return runId;
}

describe("an edited message", () => {
  test("is a version beside the first, with an answer of its own; both stay, each with what came after", async () => {
    answerWithNumbers();
    const one = await say("One");
    const two = await say("Two");
    await say("Three");
    const edited = await say("Two, edited", two);
    expect(await words()).toEqual(["One", "Answer 1", "Two, edited", "Answer 4"]);
    expect((await read()).versions).toEqual({ [edited]: { ids: [two, edited], changed: [] } });

    await show(two);
    const all = ["One", "Answer 1", "Two", "Answer 2", "Three", "Answer 3"];
    expect(await words()).toEqual(all);
    expect((await read()).versions).toEqual({ [two]: { ids: [two, edited], changed: [] } });
    expect((await readAllMessages(conversation.chatId)).map(wordsOf)).toEqual(all);

    await say("Four");
    expect(await words()).toEqual([...all, "Four", "Answer 5"]);
    await show(edited);
    expect(await words()).toEqual(["One", "Answer 1", "Two, edited", "Answer 4"]);
    // What the version that is shown has leads nowhere else.
    await show(one);
    expect(await words()).toEqual(["One", "Answer 1", "Two, edited", "Answer 4"]);
    await show(two);
    const [, , , , three] = (await read()).messages;
    await show(edited);
    // Where it was written on last, also from the middle of it.
    await show(three?.id);
    expect(await words()).toEqual([...all, "Four", "Answer 5"]);
  });

  test("tells the model of nothing that came after the one it replaces", async () => {
    answerWithNumbers();
    const one = await say("A word: zebra");
    await say("A word: walrus");
    await say("A word: ferret", one);
    const asked = conversation.wire.asked.at(-1);
    expect(asked).toContain("ferret");
    expect(asked).not.toMatch(/zebra|walrus/);
  });

  test("may be the first one, and any one of forty", async () => {
    answerWithNumbers();
    const ids = [await say("0")];
    for (let version = 1; version < 40; version += 1)
      ids.push(await say(`${version}`, ids[Math.floor(version / 2)]));
    const view = await read();
    expect(view.versions).toEqual({ [ids[39] ?? ""]: { ids, changed: [] } });
    await show(ids[7]);
    expect(await words()).toEqual(["7", "Answer 8"]);
  });

  test("sent twice is one; a foreign, an absent and an answer's id are refused", async () => {
    answerWithNumbers();
    const one = await say("One");
    const { userId, chatId } = conversation;
    const sent = { id: randomUUID(), text: "Edited", replaces: one };
    const runs = await Promise.all([1, 2, 3].map(() => sendMessage(userId, chatId, sent)));
    expect(new Set(runs).size).toBe(1);
    await readRun(runs[0] ?? "");

    const answer = (await read()).messages.at(-1)?.id ?? "";
    const other = { userId: await createUser(), chatId: randomUUID() };
    await readRun(await sendMessage(other.userId, other.chatId, { id: randomUUID(), text: "x" }));
    const edit = (id: string, replaces: string, whose = { userId, chatId }) =>
      sendMessage(whose.userId, whose.chatId, { id, text: "x", replaces });
    const attempts = [
      edit(randomUUID(), answer),
      edit(randomUUID(), randomUUID()),
      edit(randomUUID(), one, other),
      edit(randomUUID(), one, { userId: other.userId, chatId }),
      edit(randomUUID(), one, { userId, chatId: randomUUID() }),
    ];
    await Promise.all(
      attempts.map((attempt) => expect(attempt).rejects.toMatchObject({ code: "not_found" })),
    );
    expect(await words()).toEqual(["Edited", "Answer 2"]);
  });
});

describe("another answer", () => {
  test("stands beside the first; asked for twice it is written once", async () => {
    answerWithNumbers();
    const one = await say("One");
    const [, first] = (await read()).messages;
    const wish = randomUUID();
    expect(await again(one, wish)).toBe(await again(one, wish));
    const { messages, versions } = await read();
    expect(messages.map(wordsOf)).toEqual(["One", "Answer 2"]);
    const [, second] = messages;
    const ids = [first?.id, second?.id];
    expect(versions).toEqual({ [second?.id ?? ""]: { ids, changed: [] } });
    await show(first?.id);
    expect(await words()).toEqual(["One", "Answer 1"]);
  });

  test("is for messages of one's own, and not while another is written", async () => {
    const { promise, resolve } = Promise.withResolvers<{ text: string }>();
    conversation.wire.begin({ model: (index) => (index === 0 ? { text: "First." } : promise) });
    const { userId, chatId } = conversation;
    const one = await say("One");
    const first = (await read()).messages.at(-1);
    const runId = await answerAgain(userId, chatId, { id: randomUUID(), messageId: one });
    await expect(again(one)).rejects.toMatchObject({ code: "run_alive" });
    await expect(show(first?.id)).rejects.toMatchObject({ code: "run_alive" });
    // The version that is written has this one too.
    await show(one);
    resolve({ text: "Done." });
    await readRun(runId);

    const other = await createUser();
    const answer = (await read()).messages.at(-1)?.id ?? "";
    const attempts = [
      again(answer),
      again(randomUUID()),
      answerAgain(other, chatId, { id: randomUUID(), messageId: one }),
      showVersion(other, chatId, one),
      show(randomUUID()),
    ];
    await Promise.all(
      attempts.map((attempt) => expect(attempt).rejects.toMatchObject({ code: "not_found" })),
    );
  });
});

describe("what was really changed in another version", () => {
  const call = (name: string) =>
    dispatch([
      "BITBUCKET_CREATE_BRANCH",
      { workspace: "acme", repo_slug: "api", name, target_hash: "a".repeat(40) },
    ]);

  async function createBranch(name: string, replaces?: string) {
    conversation.wire.begin(callThenText(call(name)));
    const id = randomUUID();
    const sent = { id, text: `Branch ${name}`, ...(replaces ? { replaces } : {}) };
    const runId = await sendMessage(conversation.userId, conversation.chatId, sent);
    const waiting = await readRun(runId, (message) =>
      actionsOf(message).some(({ state }) => state.status === "approval"),
    );
    return { id, runId, waiting, approvalId: approvalOf(waiting) };
  }
  const answer = async (
    { approvalId, runId }: { approvalId: string; runId: string },
    decision: "approve" | "deny",
  ) => {
    await decideApproval(conversation.userId, approvalId, { decision });
    await readRun(runId);
  };

  test("is said of that version, told to the model, and asked about as done when it comes again", async () => {
    const first = await createBranch("one");
    await answer(first, "approve");
    const second = await createBranch("one", first.id);
    const [again] = actionsOf(second.waiting);
    expect(again?.state).toMatchObject({
      warnings: ["This was done already, in another version of this chat."],
    });
    expect(again?.state).not.toHaveProperty("allowable");
    expect(conversation.wire.asked[0]).toMatch(/these changes were really made.*CREATE_BRANCH/s);
    expect((await read()).versions[second.id]).toEqual({
      ids: [first.id, second.id],
      changed: [first.id],
    });
    await answer(second, "deny");
    // From there the version with nothing done is the other one.
    await show(first.id);
    expect((await read()).versions[first.id]?.changed).toEqual([]);
    conversation.wire.begin({});
    await say("And now?");
    expect(conversation.wire.asked[0]).not.toContain("these changes were really made");
  });

  test("is nothing when it was refused", async () => {
    const first = await createBranch("one");
    await answer(first, "deny");
    const second = await createBranch("one", first.id);
    expect(actionsOf(second.waiting)[0]?.state).toMatchObject({ warnings: [] });
    expect((await read()).versions[second.id]?.changed).toEqual([]);
    await answer(second, "deny");
  });
});

test("pages before a message are those of its own version", async () => {
  answerWithNumbers();
  const one = await say("One");
  const two = await say("Two");
  const edited = await say("Edited", one);
  const { userId, chatId } = conversation;
  const before = async (id: string) =>
    (await readEarlierMessages(userId, chatId, id)).messages.map(wordsOf);
  expect(await before(two)).toEqual(["One", "Answer 1"]);
  expect(await before(edited)).toEqual([]);
});
