import type { UIMessageChunk } from "ai";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { ChatSettings } from "@/lib/shared/api";
import type { ChatMessage } from "@/lib/shared/message";
import { RequestError } from "./request";
import { type Answer, events, hangUp, json, noContent, startServer } from "./testing/start-server";
import { RunTransport } from "./transport";

const chunks: UIMessageChunk[] = [
  { type: "start", messageId: "answer" },
  { type: "text-start", id: "t" },
  { type: "text-delta", id: "t", delta: "Hel" },
  { type: "text-delta", id: "t", delta: "lo" },
  { type: "text-end", id: "t" },
  { type: "finish", messageMetadata: { outcome: { status: "done" } } },
];
/** The same, as it is handed on when it arrives all at once. */
const together: UIMessageChunk[] = [
  ...chunks.slice(0, 2),
  { type: "text-delta", id: "t", delta: "Hello" },
  ...chunks.slice(4),
];
const post = "POST /api/chats/c/messages";
const get = "GET /api/chats/c/stream";
const history: ChatMessage[] = [
  { id: "1", role: "user", parts: [{ type: "text", text: "Before" }] },
  { id: "2", role: "assistant", parts: [{ type: "text", text: "An answer" }] },
  { id: "3", role: "user", parts: [{ type: "text", text: "List my repositories" }] },
];

let server: Awaited<ReturnType<typeof startServer>>;
afterEach(() => server.close());

async function start(answers: Record<string, Answer[]>) {
  server = await startServer(answers);
  const onAccepted = vi.fn<() => void>();
  const waits: number[] = [];
  const transport = new RunTransport({
    onAccepted,
    wait: async (attempt) => {
      waits.push(attempt);
    },
  });
  const send = (body?: object) =>
    transport.sendMessages({
      trigger: "submit-message",
      chatId: "c",
      messageId: undefined,
      messages: history,
      abortSignal: undefined,
      ...(body ? { body } : {}),
    });
  return { transport, onAccepted, waits, send };
}

async function readAll(stream: ReadableStream<UIMessageChunk> | null): Promise<UIMessageChunk[]> {
  const chunksRead: UIMessageChunk[] = [];
  for await (const chunk of stream ?? []) chunksRead.push(chunk);
  return chunksRead;
}

describe("sending", () => {
  it("carries the id and the words of the last message, and the mode when there is one", async () => {
    const { send, onAccepted } = await start({ [post]: [events(chunks)] });
    expect(await readAll(await send({ mode: "read-only" }))).toEqual(together);
    await readAll(await send());
    expect(server.received.map(({ body }) => body)).toEqual([
      { id: "3", text: "List my repositories", mode: "read-only" },
      { id: "3", text: "List my repositories" },
    ]);
    expect(onAccepted).toHaveBeenCalledTimes(2);
  });

  it("carries every setting of a chat that begins", async () => {
    const { send } = await start({ [post]: [events(chunks)] });
    const settings: Required<ChatSettings> = {
      mode: "ask",
      model: "gpt-5",
      accounts: { bitbucket: "ca_1" },
      toolkits: { jira: false },
      project: crypto.randomUUID(),
    };
    await readAll(await send(settings));
    expect(server.received[0]?.body).toMatchObject(settings);
  });

  it("carries what a message takes the place of", async () => {
    const { send } = await start({ [post]: [events(chunks)] });
    const replaces = crypto.randomUUID();
    await readAll(await send({ replaces }));
    expect(server.received[0]?.body).toEqual({ id: "3", text: "List my repositories", replaces });
  });

  it("asks for another answer to the last message", async () => {
    const { transport, onAccepted } = await start({
      "POST /api/chats/c/messages/3/answers": [events(chunks)],
    });
    const id = crypto.randomUUID();
    const answer = await transport.sendMessages({
      trigger: "regenerate-message",
      chatId: "c",
      messageId: "4",
      messages: history,
      abortSignal: undefined,
      body: { id },
    });
    expect(await readAll(answer)).toEqual(together);
    expect(server.received[0]?.body).toEqual({ id });
    expect(onAccepted).toHaveBeenCalledOnce();
  });

  it("throws the server's own words when it refuses", async () => {
    const error = { code: "run_alive", message: "An answer is being written.", hint: "Wait." };
    const { send, onAccepted } = await start({ [post]: [json(409, { error })] });
    const thrown = await send().catch((failure: unknown) => failure);
    expect(RequestError.isInstance(thrown) && [thrown.status, thrown.view]).toEqual([409, error]);
    expect(onAccepted).not.toHaveBeenCalled();
  });

  it("says something useful when a proxy answers with a page, or nobody answers", async () => {
    const page: Answer = (_request, response) => {
      response.writeHead(502, { "content-type": "text/html" }).end("<h1>Bad gateway</h1>");
    };
    const { send } = await start({ [post]: [page, hangUp] });
    await expect(send()).rejects.toMatchObject({
      status: 502,
      view: { code: "unexpected_answer" },
    });
    await expect(send()).rejects.toMatchObject({ view: { code: "unreachable" } });
  });
});

describe("following", () => {
  it.each(["end", "break"] as const)(
    "goes on from the next chunk when the connection comes to an %s without a finish",
    async (ending) => {
      const { send, waits } = await start({
        [post]: [events(chunks, { until: 3, ending })],
        [get]: [hangUp, events(chunks, { until: 3, ending }), events(chunks)],
      });
      expect(await readAll(await send())).toEqual(chunks);
      expect(server.received.slice(1).map(({ call }) => call)).toEqual([
        `${get}?after=3`,
        `${get}?after=3`,
        `${get}?after=3`,
      ]);
      // Waits longer while nothing new comes: after the stream, after the refused request, after the empty stream.
      expect(waits).toEqual([0, 0, 1]);
    },
  );

  it("ends when the run is over, or is another one by now", async () => {
    const cut = events(chunks, { until: 3 });
    const { send } = await start({
      [post]: [cut],
      [get]: [noContent, events(chunks, { runId: "another" })],
    });
    expect(await readAll(await send())).toEqual(chunks.slice(0, 3));
    expect(await readAll(await send())).toEqual(chunks.slice(0, 3));
  });

  it("hands pieces of a text that arrive together on as one, and counts each of them", async () => {
    const other: UIMessageChunk[] = [
      { type: "text-delta", id: "t", delta: "!" },
      { type: "text-delta", id: "u", delta: "And" },
      { type: "reasoning-delta", id: "u", delta: "so" },
    ];
    const log = [...chunks.slice(0, 4), ...other, ...chunks.slice(4)];
    const { send } = await start({
      [post]: [events(log, { until: 7 })],
      [get]: [events(log)],
    });
    expect(await readAll(await send())).toEqual([
      ...chunks.slice(0, 2),
      { type: "text-delta", id: "t", delta: "Hello!" },
      ...other.slice(1),
      ...chunks.slice(4),
    ]);
    expect(server.received.at(-1)?.call).toBe(`${get}?after=7`);
  });

  it("passes over what it does not know, and still counts it", async () => {
    const log = [...chunks.slice(0, 2), '{"type":"hologram"}', "not json", ...chunks.slice(2)];
    const { send } = await start({
      [post]: [events(log, { until: 5 })],
      [get]: [events(log)],
    });
    expect(await readAll(await send())).toEqual(chunks);
    expect(server.received.at(-1)?.call).toBe(`${get}?after=5`);
  });

  it("gives up when the run may not be read any more", async () => {
    const error = { code: "not_signed_in", message: "You are not signed in." };
    const { send } = await start({
      [post]: [events(chunks, { until: 1 })],
      [get]: [json(401, { error })],
    });
    await expect(send().then(readAll)).rejects.toMatchObject({ view: error });
  });

  it("lets go of the connection when nobody reads any more", async () => {
    const closed = Promise.withResolvers<void>();
    const stay: Answer = (request, response) => {
      response.on("close", closed.resolve);
      events(chunks, { until: 2, ending: "stay" })(request, response);
    };
    const { send } = await start({ [post]: [stay] });
    const reader = (await send()).getReader();
    await reader.read();
    await reader.cancel();
    await expect(closed.promise).resolves.toBeUndefined();
    expect(server.received).toHaveLength(1);
  });
});

describe("reconnecting", () => {
  const reconnect = (transport: RunTransport) => transport.reconnectToStream({ chatId: "c" });

  it("is null without a live run", async () => {
    const { transport } = await start({ [get]: [noContent] });
    expect(await reconnect(transport)).toBeNull();
  });

  it("tells the run from its first chunk, however often it has to try", async () => {
    const busy = json(503, { error: { code: "starting", message: "Starting." } });
    const { transport, waits } = await start({ [get]: [hangUp, busy, events(chunks)] });
    expect(await readAll(await reconnect(transport))).toEqual(together);
    expect(server.received[0]?.call).toBe(`${get}?after=0`);
    expect(waits).toEqual([0, 1]);
  });

  it("throws for a chat that is not there", async () => {
    const error = { code: "not_found", message: "There is no such chat." };
    const { transport } = await start({ [get]: [json(404, { error })] });
    await expect(reconnect(transport)).rejects.toMatchObject({ status: 404, view: error });
  });
});
