import { afterEach, describe, expect, it, vi } from "vitest";
import type { ChatMessage } from "@/lib/shared/message";
import { Conversation } from "./conversation";
import { type Answer, hangUp, json, noContent, startServer } from "./testing/start-server";

const id = "c";
const read = `GET /api/chats/${id}`;
const stream = `GET /api/chats/${id}/stream`;

let server: Awaited<ReturnType<typeof startServer>>;
let conversation: Conversation;
afterEach(async () => {
  conversation.dispose();
  await server.close();
});

/** A page that was made with these messages, of a chat that has earlier ones. */
async function start(
  answers: Record<string, Answer[]>,
  messages: ChatMessage[],
  { live = false } = {},
) {
  server = await startServer(answers);
  const begun = { id, messages, live, hasEarlier: true, versions: {} };
  conversation = new Conversation(begun, async () => undefined);
  conversation.attach();
}

const calls = (call: string) => server.received.filter((received) => received.call === call);
const idle = () => vi.waitFor(() => expect(conversation.getState().phase.status).toBe("idle"));
const chatOf = (messages: ChatMessage[]) =>
  json(200, {
    id,
    title: "Hello?",
    mode: "ask",
    live: false,
    hasEarlier: true,
    messages,
    versions: {},
  });

describe("earlier messages", () => {
  const words = (number: number): ChatMessage => ({
    id: `${number}`,
    role: number % 2 === 1 ? "user" : "assistant",
    parts: [{ type: "text", text: `Message ${number}` }],
    ...(number % 2 === 1 ? {} : { metadata: { outcome: { status: "done" } } }),
  });
  const between = (first: number, last: number) =>
    Array.from({ length: last - first + 1 }, (_value, index) => words(first + index));
  const page = (first: number, last: number) =>
    json(200, { messages: between(first, last), hasEarlier: first > 1, versions: {} });
  const earlierPage = `GET /api/chats/${id}/messages`;
  const ids = () => conversation.getState().messages.map((message) => Number(message.id));
  const numbers = (first: number, last: number) => between(first, last).map(({ id }) => Number(id));
  const earlier = () => conversation.getState().earlier;
  const asked = () =>
    server.received.flatMap(({ call }) => (call.startsWith(earlierPage) ? [call] : []));

  it("come a page at a time until there are none", async () => {
    await start(
      { [read]: [chatOf(between(5, 6))], [earlierPage]: [page(3, 4), page(1, 2)] },
      between(5, 6),
    );
    expect(earlier()).toEqual({ status: "available" });
    await conversation.loadEarlier();
    expect(ids()).toEqual(numbers(3, 6));
    expect(earlier()).toEqual({ status: "available" });
    await conversation.loadEarlier();
    expect(ids()).toEqual(numbers(1, 6));
    expect(earlier()).toEqual({ status: "none" });
    await conversation.loadEarlier();
    expect(asked()).toEqual([`${earlierPage}?before=5`, `${earlierPage}?before=3`]);
  });

  it("are asked for once at a time, and again after a failure", async () => {
    await start(
      { [read]: [chatOf(between(3, 4))], [earlierPage]: [hangUp, page(1, 2)] },
      between(3, 4),
    );
    await Promise.all([conversation.loadEarlier(), conversation.loadEarlier()]);
    expect(asked()).toHaveLength(1);
    expect(earlier()).toMatchObject({ status: "failed", error: { code: "unreachable" } });
    expect(conversation.getState().notice).toBeNull();
    await conversation.loadEarlier();
    expect(ids()).toEqual(numbers(1, 4));
    expect(earlier()).toEqual({ status: "none" });
  });

  it("stay when the newest are read again", async () => {
    const first = chatOf(between(5, 6));
    await start(
      { [read]: [first, chatOf(between(6, 8))], [earlierPage]: [page(3, 4)] },
      between(5, 6),
    );
    await vi.waitFor(() => expect(calls(read)).toHaveLength(1));
    await conversation.loadEarlier();
    await conversation.refresh();
    expect(ids()).toEqual(numbers(3, 8));
    expect(earlier()).toEqual({ status: "available" });
  });

  it("stay when a run is followed again and read to its end", async () => {
    const asking = [...between(5, 6), words(7)];
    await start(
      {
        [stream]: [noContent],
        [read]: [chatOf([words(6), words(7), words(8)])],
        [earlierPage]: [page(1, 4)],
      },
      asking,
      { live: true },
    );
    const loading = conversation.loadEarlier();
    await idle();
    await loading;
    expect(ids()).toEqual(numbers(1, 8));
    expect(earlier()).toEqual({ status: "none" });
  });

  it("are let go when messages between would be missing, and can be loaded again", async () => {
    await start(
      {
        [read]: [chatOf(between(5, 6)), chatOf(between(90, 92))],
        [earlierPage]: [page(3, 4), page(60, 89)],
      },
      between(5, 6),
    );
    await vi.waitFor(() => expect(calls(read)).toHaveLength(1));
    await conversation.loadEarlier();
    await conversation.refresh();
    expect(ids()).toEqual(numbers(90, 92));
    await conversation.loadEarlier();
    expect(ids()).toEqual(numbers(60, 92));
  });

  it("are not put in front of a list that was replaced while they were on their way", async () => {
    const release = Promise.withResolvers<void>();
    const late: Answer = async (request, response) => {
      await release.promise;
      page(3, 4)(request, response);
    };
    await start(
      {
        [read]: [chatOf(between(5, 6)), chatOf(between(90, 92))],
        [earlierPage]: [late],
      },
      between(5, 6),
    );
    await vi.waitFor(() => expect(calls(read)).toHaveLength(1));
    const loading = conversation.loadEarlier();
    await vi.waitFor(() => expect(asked()).toHaveLength(1));
    await conversation.refresh();
    release.resolve();
    await loading;
    expect(ids()).toEqual(numbers(90, 92));
    expect(earlier()).toEqual({ status: "available" });
  });
});
