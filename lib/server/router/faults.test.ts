import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Connection, type HttpServer, startHttpServer } from "@/tests/support/http-server";
import { answerMcp, listedTool, textResult } from "@/tests/support/mcp-endpoint";
import { isRouterCallError } from "./call-error.ts";
import { type ConnectedRouter, connectRouter } from "./mcp-client.ts";
import { type Fault, faults } from "./testing/faults.ts";

const requestTimeout = 1_000;
const streamTimeout = 1_600;
const limits = { request: requestTimeout, stream: streamTimeout };
/** Milliseconds for faults that end by themselves: one has to be read for megabytes first, on a machine that may be busy. */
const patience = 15_000;

let server: HttpServer;
let client: ConnectedRouter;
let patientClient: ConnectedRouter;
let respond: Fault["respond"] | undefined;
let arrived = 0;
const rejected: unknown[] = [];
const note = (reason: unknown) => rejected.push(reason);

async function answer(request: Request, connection: Connection): Promise<Response> {
  const text = request.method === "POST" ? await request.clone().text() : "null";
  const message = JSON.parse(text) as { id?: number; method?: string } | null;
  if (message?.method === "tools/call" && message.id !== undefined) {
    arrived += 1;
    if (respond) return respond(message.id, connection);
  }
  return answerMcp(request, { tools: [listedTool("X")], call: async () => textResult("done") });
}

beforeAll(async () => {
  process.on("unhandledRejection", note);
  server = await startHttpServer(answer);
  const options = { url: `${server.origin}/mcp`, headers: {}, requestTimeout, streamTimeout };
  client = await connectRouter(options);
  patientClient = await connectRouter({
    ...options,
    requestTimeout: patience,
    streamTimeout: patience,
  });
});
afterEach(() => {
  respond = undefined;
  arrived = 0;
});
afterAll(async () => {
  client.close();
  patientClient.close();
  await server.close();
  process.off("unhandledRejection", note);
  expect(rejected).toEqual([]);
});

const call = (signal = new AbortController().signal, caller = client) =>
  caller.call({ name: "X", arguments: {}, signal });

test.each(faults)(
  "a router that $name is one error with its cause, in time, after one request; the next call is answered",
  async ({ respond: faulty, kind, code, ran, lasts }) => {
    respond = faulty;
    const started = performance.now();
    const asked = call(undefined, lasts ? client : patientClient);
    const error = await asked.catch((thrown: unknown) => thrown);
    const took = performance.now() - started;
    if (!isRouterCallError(error)) throw new Error(`Expected a RouterCallError, got ${error}`);
    expect(error).toMatchObject({ fault: kind, mayHaveRun: ran, reason: { code } });
    expect(error.reason.message).toMatch(/^[A-Z].*\.$/);
    expect(error.reason.hint).toMatch(/^[A-Z].*\.$/);
    if (lasts) expect(took).toBeGreaterThan(limits[lasts] - 50);
    expect(arrived).toBe(1);
    respond = undefined;
    expect((await call()).text).toBe("done");
  },
);

describe.each(faults.filter(({ lasts }) => lasts))("a router that $name", (fault) => {
  test("is left at once, and its connection is closed", async () => {
    const { promise: reached, resolve } = Promise.withResolvers<AbortSignal>();
    respond = (id, connection) => {
      resolve(connection.gone);
      return fault.respond(id, connection);
    };
    const controller = new AbortController();
    const failed = call(controller.signal).catch((thrown: unknown) => thrown);
    const gone = await reached;
    const closed = new Promise((close) => gone.addEventListener("abort", close));
    controller.abort(new Error("stopped"));
    expect(await failed).toMatchObject({ mayHaveRun: true });
    await closed;
    expect(arrived).toBe(1);
  });

  test("leaves nothing open on the wire", async () => {
    const { promise: closed, resolve: close } = Promise.withResolvers<void>();
    respond = (id, connection) => {
      connection.gone.addEventListener("abort", () => close());
      return fault.respond(id, connection);
    };
    await call().catch(() => {});
    await closed;
  });
});

test("bytes that are no UTF-8 come through as U+FFFD", async () => {
  respond = (id) => {
    const [head = "", tail = ""] = JSON.stringify({
      jsonrpc: "2.0",
      id,
      result: { content: [{ type: "text", text: "a|b" }] },
    }).split("|");
    const body = Buffer.concat([Buffer.from(head), Buffer.from([0xff, 0xc3]), Buffer.from(tail)]);
    return new Response(body, { headers: { "content-type": "application/json" } });
  };
  expect((await call()).text).toBe("a\uFFFD\uFFFDb");
});

test("an answer of ten megabytes comes through whole, as JSON and as an event", async () => {
  const text = "y".repeat(10_000_000);
  const message = (id: number) =>
    JSON.stringify({ jsonrpc: "2.0", id, result: { content: [{ type: "text", text }] } });
  respond = (id) =>
    new Response(message(id), { headers: { "content-type": "application/json; charset=utf-8" } });
  expect((await call()).text).toBe(text);
  respond = (id) =>
    new Response(`data: ${message(id)}\n\n`, { headers: { "content-type": "text/event-stream" } });
  expect((await call()).text).toBe(text);
});

test("a stream with ids of events is asked for the rest of it, and the call is not sent again", async () => {
  let resumed: string | null = null;
  const resuming = await startHttpServer(async (request, connection) => {
    const headers = { "content-type": "text/event-stream" };
    const lastEvent = request.headers.get("last-event-id");
    if (request.method === "GET" && lastEvent) {
      resumed = lastEvent;
      return new Response(
        `data: {"jsonrpc":"2.0","id":2,"result":{"content":[{"type":"text","text":"late"}]}}\n\n`,
        { headers },
      );
    }
    if (request.method === "POST" && (await request.clone().text()).includes("tools/call"))
      return new Response("id: 7\nretry: 10\ndata:\n\n", { headers });
    return answer(request, connection);
  });
  const other = await connectRouter({
    url: `${resuming.origin}/mcp`,
    headers: {},
    requestTimeout: 2_000,
    streamTimeout,
  });
  const { signal } = new AbortController();
  expect((await other.call({ name: "X", arguments: {}, signal })).text).toBe("late");
  expect(resumed).toBe("7");
  expect(resuming.requests.filter((request) => request.startsWith("GET"))).toHaveLength(2);
  other.close();
  await resuming.close();
});
