import type { UIMessageChunk } from "ai";
import { afterEach, describe, expect, it, vi } from "vitest";
import { sendMessageSchema } from "@/lib/shared/api";
import type { ChatMessage } from "@/lib/shared/message";
import { Conversation } from "./conversation";
import { type Answer, events, hangUp, json, noContent, startServer } from "./testing/start-server";

const id = "c";
const post = `POST /api/chats/${id}/messages`;
const read = `GET /api/chats/${id}`;
const stream = `GET /api/chats/${id}/stream`;
const stop = `POST /api/chats/${id}/stop`;

const chunks: UIMessageChunk[] = [
  { type: "start", messageId: "answer" },
  { type: "text-start", id: "t" },
  { type: "text-delta", id: "t", delta: "Hello" },
  { type: "text-end", id: "t" },
  { type: "finish", messageMetadata: { outcome: { status: "done" } } },
];
const question: ChatMessage = { id: "q", role: "user", parts: [{ type: "text", text: "Hello?" }] };
const answer: ChatMessage = {
  id: "answer",
  role: "assistant",
  parts: [{ type: "text", text: "Hello" }],
  metadata: { outcome: { status: "done" } },
};
const stored = (live: boolean, ...messages: ChatMessage[]) =>
  json(200, { id, title: "Hello?", mode: "ask", live, hasEarlier: false, messages, versions: {} });
const refusal = { code: "run_alive", message: "An answer is being written.", hint: "Wait." };

let server: Awaited<ReturnType<typeof startServer>>;
let conversation: Conversation;
afterEach(async () => {
  conversation.dispose();
  await server.close();
});

async function start(
  answers: Record<string, Answer[]>,
  messages: ChatMessage[] = [],
  { live = false } = {},
) {
  server = await startServer(answers);
  const begun = { id, messages, live, hasEarlier: false, versions: {} };
  conversation = new Conversation(begun, async () => undefined);
  conversation.attach();
}

const phase = () => conversation.getState().phase.status;
const idle = () => vi.waitFor(() => expect(phase()).toBe("idle"));
const texts = () =>
  conversation
    .getState()
    .messages.map(({ role, parts }) => [
      role,
      parts.map((part) => (part.type === "text" ? part.text : "")).join(""),
    ]);
const calls = (call: string) => server.received.filter((received) => received.call === call);

describe("sending", () => {
  it("resolves when the server has the message, and follows the answer to its end", async () => {
    await start({ [post]: [events(chunks)] });
    expect(await conversation.send("Hello?")).toBe(true);
    expect(phase()).toBe("running");
    await idle();
    expect(texts()).toEqual([
      ["user", "Hello?"],
      ["assistant", "Hello"],
    ]);
    expect(conversation.getState().notice).toBeNull();
  });

  it("takes the message back when it was not sent, and sends the same one again", async () => {
    await start({ [post]: [hangUp, events(chunks)] });
    expect(await conversation.send("Hello?")).toBe(false);
    expect(texts()).toEqual([]);
    expect(conversation.getState()).toMatchObject({
      phase: { status: "idle" },
      notice: { code: "unreachable" },
    });
    expect(await conversation.send("Hello?")).toBe(true);
    const [first, second] = calls(post);
    expect(first?.body).toEqual(second?.body);
  });

  it("makes a new message of new words", async () => {
    await start({ [post]: [hangUp] });
    await conversation.send("Hello?");
    await conversation.send("Hello!");
    const ids = calls(post).map(({ body }) => sendMessageSchema.parse(body).id);
    expect(new Set(ids).size).toBe(2);
  });

  it("shows the answer when the message was stored long ago and only its reply was lost", async () => {
    await start({
      [post]: [hangUp, events([])],
      [stream]: [noContent],
      [read]: [
        (_request, response) => {
          const [sent] = calls(post).map(({ body }) => sendMessageSchema.parse(body));
          const asked = { ...question, id: sent?.id ?? "" };
          stored(false, asked, answer)({ body: undefined, after: 0 }, response);
        },
      ],
    });
    expect(await conversation.send("Hello?")).toBe(false);
    expect(await conversation.send("Hello?")).toBe(true);
    await idle();
    expect(texts()).toEqual([
      ["user", "Hello?"],
      ["assistant", "Hello"],
    ]);
    expect(conversation.getState().notice).toBeNull();
  });

  it("joins the run of another tab that was faster", async () => {
    const other: ChatMessage = { ...question, id: "other" };
    await start(
      {
        [post]: [json(409, { error: refusal })],
        [read]: [stored(false, question, answer), stored(true, question, answer, other)],
        [stream]: [events([{ type: "start", messageId: "answer 2" }, ...chunks.slice(1)])],
      },
      [question, answer],
    );
    await vi.waitFor(() => expect(calls(read)).toHaveLength(1));
    expect(await conversation.send("Hi")).toBe(false);
    await vi.waitFor(() => expect(conversation.getState().messages).toHaveLength(4));
    await idle();
    expect(conversation.getState().notice).toEqual(refusal);
    expect(conversation.getState().messages.map((message) => message.id)).toEqual([
      "q",
      "answer",
      "other",
      "answer 2",
    ]);
  });
});

describe("following", () => {
  it("attaches to the run that was alive when the page was made", async () => {
    await start({ [stream]: [events(chunks)] }, [question], { live: true });
    expect(phase()).toBe("running");
    await idle();
    expect(texts().at(-1)).toEqual(["assistant", "Hello"]);
    expect(calls(read)).toHaveLength(0);
  });

  it("reads the chat when the run ended out of sight", async () => {
    await start({ [stream]: [noContent], [read]: [stored(false, question, answer)] }, [question], {
      live: true,
    });
    await idle();
    expect(conversation.getState().messages).toEqual([question, answer]);
  });

  it("shows what the server has when the stream reports an error", async () => {
    const broken: UIMessageChunk[] = [
      ...chunks.slice(0, 3),
      { type: "error", errorText: "broken" },
    ];
    const error = { code: "model_failed", message: "The model failed." };
    const failed: ChatMessage = { ...answer, metadata: { outcome: { status: "failed", error } } };
    await start({ [post]: [events(broken)], [read]: [stored(false, question, failed)] });
    await conversation.send("Hello?");
    await idle();
    expect(conversation.getState().messages.at(-1)?.metadata?.outcome).toEqual({
      status: "failed",
      error,
    });
  });

  it("finds what another tab has added", async () => {
    await start({ [read]: [stored(false, question), stored(false, question, answer)] }, [question]);
    await vi.waitFor(() => expect(calls(read)).toHaveLength(1));
    await conversation.refresh();
    expect(conversation.getState().messages).toEqual([question, answer]);
  });
});

describe("stopping", () => {
  it("asks the server and waits for the stream to say so", async () => {
    const stopped: UIMessageChunk[] = [
      ...chunks.slice(0, 3),
      { type: "finish", messageMetadata: { outcome: { status: "stopped" } } },
    ];
    let finish = () => {};
    const untilStopped: Answer = (request, response) => {
      finish = () => response.end(`data: ${JSON.stringify(stopped[3])}\n\n`);
      events(stopped, { until: 3, ending: "stay" })(request, response);
    };
    const accept: Answer = (request, response) => {
      noContent(request, response);
      finish();
    };
    await start({ [post]: [untilStopped], [stop]: [accept] });
    await conversation.send("Hello?");
    await conversation.stop();
    await idle();
    expect(conversation.getState().messages.at(-1)?.metadata?.outcome).toEqual({
      status: "stopped",
    });
  });

  it("goes on, and says why, when the server did not take it", async () => {
    const stay = events(chunks, { until: 2, ending: "stay" });
    await start({ [post]: [stay], [stop]: [hangUp] });
    await conversation.send("Hello?");
    await conversation.stop();
    expect(conversation.getState()).toMatchObject({
      phase: { status: "running" },
      notice: { code: "unreachable" },
    });
  });

  it("takes a message back that the server has not answered yet", async () => {
    const silent = Promise.withResolvers<void>();
    await start({ [post]: [() => silent.resolve()] });
    const sent = conversation.send("Hello?");
    await silent.promise;
    await conversation.stop();
    expect(await sent).toBe(false);
    expect(conversation.getState()).toMatchObject({ phase: { status: "idle" }, notice: null });
  });
});
