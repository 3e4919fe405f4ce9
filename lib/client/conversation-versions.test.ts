import type { UIMessageChunk } from "ai";
import { afterEach, expect, it, vi } from "vitest";
import type { ChatMessage } from "@/lib/shared/message";
import { Conversation } from "./conversation";
import { type Answer, events, hangUp, json, noContent, startServer } from "./testing/start-server";

const id = "c";
const post = `POST /api/chats/${id}/messages`;
const read = `GET /api/chats/${id}`;
const put = `PUT /api/chats/${id}/version`;
const question = crypto.randomUUID();
const again = `POST /api/chats/${id}/messages/${question}/answers`;

const done = { outcome: { status: "done" as const } };
const chunks: UIMessageChunk[] = [
  { type: "start", messageId: "new-answer" },
  { type: "text-start", id: "t" },
  { type: "text-delta", id: "t", delta: "Anew" },
  { type: "text-end", id: "t" },
  { type: "finish", messageMetadata: done },
];
const said = (messageId: string, role: "user" | "assistant", text: string): ChatMessage => ({
  id: messageId,
  role,
  parts: [{ type: "text", text }],
  ...(role === "assistant" ? { metadata: done } : {}),
});
const before = [
  said("p", "user", "First"),
  said("a", "assistant", "Answer"),
  said(question, "user", "Second"),
  said("b", "assistant", "Other"),
];
const versions = { x: { ids: [question, "x"], changed: [question] } };
const view = (messages: ChatMessage[] = before) =>
  json(200, { id, title: "T", mode: "ask", live: false, hasEarlier: false, messages, versions });

let server: Awaited<ReturnType<typeof startServer>>;
let conversation: Conversation;
afterEach(async () => {
  conversation.dispose();
  await server.close();
});

async function start(answers: Record<string, Answer[]>) {
  server = await startServer({ [read]: [view()], ...answers });
  const begun = { id, messages: before, live: false, hasEarlier: false, versions: {} };
  conversation = new Conversation(begun, async () => undefined);
}
const texts = () =>
  conversation
    .getState()
    .messages.map(({ parts }) =>
      parts.map((part) => (part.type === "text" ? part.text : "")).join(""),
    );
const idle = () => vi.waitFor(() => expect(conversation.getState().phase.status).toBe("idle"));
const bodies = (call: string) =>
  server.received.filter((received) => received.call === call).map(({ body }) => body);

it("puts an edited message in the place of the one it is a version of, and learns of the versions", async () => {
  await start({ [post]: [events(chunks)] });
  expect(await conversation.send("Second!", { replaces: question })).toBe(true);
  expect(texts().slice(0, 3)).toEqual(["First", "Answer", "Second!"]);
  await idle();
  expect(texts()).toEqual(["First", "Answer", "Second!", "Anew"]);
  await vi.waitFor(() => expect(conversation.getState().versions).toEqual(versions));
  expect(bodies(post)).toMatchObject([{ text: "Second!", replaces: question }]);
});

it("keeps everything where it was when an edit cannot be sent, and sends the same one again", async () => {
  await start({ [post]: [hangUp, events(chunks)] });
  expect(await conversation.send("Second!", { replaces: question })).toBe(false);
  expect(texts()).toEqual(["First", "Answer", "Second", "Other"]);
  expect(conversation.getState().notice).toMatchObject({ code: "unreachable" });
  expect(await conversation.send("Second!", { replaces: question })).toBe(true);
  const [first, second] = bodies(post);
  expect(first).toEqual(second);
  await idle();
});

it("does not take the words of one edit for those of another message", async () => {
  await start({ [post]: [hangUp] });
  await conversation.send("Second!", { replaces: question });
  await conversation.send("Second!");
  const [edit, message] = bodies(post) as { id: string; replaces?: string }[];
  expect(edit?.id).not.toBe(message?.id);
  expect(message).not.toHaveProperty("replaces");
});

it("shows another answer in the place of the first", async () => {
  await start({ [again]: [events(chunks)] });
  await conversation.answerAgain(question);
  await idle();
  expect(texts()).toEqual(["First", "Answer", "Second", "Anew"]);
});

it("brings the answer back when another cannot be asked for, and has the same wish again", async () => {
  await start({ [again]: [hangUp, events(chunks)] });
  await conversation.answerAgain(question);
  expect(texts()).toEqual(["First", "Answer", "Second", "Other"]);
  expect(conversation.getState()).toMatchObject({
    phase: { status: "idle" },
    notice: { code: "unreachable" },
  });
  await conversation.answerAgain(question);
  const [first, second] = bodies(again);
  expect(first).toEqual(second);
});

it("goes over to another version, or says why it cannot", async () => {
  const shown = [said("p", "user", "First"), said("a", "assistant", "Answer")];
  const refusal = { code: "run_alive", message: "An answer is still being written." };
  await start({ [put]: [json(409, { error: refusal }), noContent], [read]: [view(shown)] });
  await conversation.showVersion("x");
  expect(conversation.getState().notice).toEqual(refusal);
  expect(texts()).toEqual(["First", "Answer", "Second", "Other"]);
  await conversation.showVersion("x");
  expect(conversation.getState()).toMatchObject({ notice: null, versions });
  expect(texts()).toEqual(["First", "Answer"]);
  expect(bodies(put)).toEqual([{ messageId: "x" }, { messageId: "x" }]);
});
