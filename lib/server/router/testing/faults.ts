import { setTimeout as delay } from "node:timers/promises";
import type { Connection } from "@/tests/support/http-server";
import type { CallFault } from "../call-fault.ts";

/** A way for the router to misbehave when a tool is called, and what has to become of the call. */
export type Fault = {
  name: string;
  /** @param id of the protocol's request */
  respond(id: number, connection: Connection): Response | Promise<Response>;
  kind: CallFault["kind"];
  code: string;
  /** Whether the tool may have run. */
  ran: boolean;
  /** Whether it lasts until a limit, of one answer or of all of a stream. */
  lasts?: "request" | "stream";
  /** Whether a read is sent once more. */
  passing?: true;
};

const never = () => new Promise<never>(() => {});
const events = { headers: { "content-type": "text/event-stream" } };
const json = { headers: { "content-type": "application/json" } };

/** A body that goes on until the client has gone. */
function endless(part: () => string, every: number, { gone }: Connection): ReadableStream {
  return new ReadableStream<string>({
    async pull(controller) {
      await delay(every, undefined, { signal: gone }).catch(() => {});
      if (gone.aborted) controller.close();
      else controller.enqueue(part());
    },
  }).pipeThrough(new TextEncoderStream());
}

const event = (message: object) => `event: message\ndata: ${JSON.stringify(message)}\n\n`;
const progress = (token: number) =>
  event({
    jsonrpc: "2.0",
    method: "notifications/progress",
    params: { progressToken: token, progress: 1 },
  });
const result = (id: number, text: string) => ({
  jsonrpc: "2.0",
  id,
  result: { content: [{ type: "text", text }] },
});

/** A stream that begins like an answer, and whose connection breaks. */
function broken(beginning: string, { cut }: Connection): ReadableStream {
  return new ReadableStream<string>({
    async pull(controller) {
      controller.enqueue(beginning);
      await delay(50);
      cut();
      await never();
    },
  }).pipeThrough(new TextEncoderStream());
}

/** One megabyte after the other, without an end. */
function flood(): ReadableStream {
  const megabyte = new Uint8Array(1_000_000).fill(120);
  return new ReadableStream({ pull: (controller) => controller.enqueue(megabyte) });
}

const withStatus = (status: number, headers: Record<string, string> = {}) =>
  new Response("no", { status, headers });

const unreadable = { kind: "unreadable", code: "router_failed", ran: true } as const;
const silent = { kind: "silent", code: "router_timeout", ran: true } as const;
const cut = { kind: "cut", code: "router_unreachable", ran: true, passing: true } as const;
const key = { kind: "refused-key", code: "router_refused_key", ran: false } as const;
const tooLarge = { kind: "too-large", code: "router_failed", ran: true } as const;

/** Every way for the router to withhold an answer. */
export const faults: readonly Fault[] = [
  { name: "never answers", respond: never, lasts: "request", ...silent },
  {
    name: "sends headers, then nothing",
    respond: () => new Response(new ReadableStream(), events),
    lasts: "request",
    ...silent,
  },
  {
    name: "drips",
    respond: (_id, connection) =>
      new Response(
        endless(() => ": here\n\n", 50, connection),
        events,
      ),
    lasts: "request",
    ...silent,
  },
  {
    name: "reports progress for ever",
    respond: (id, connection) =>
      new Response(
        endless(() => progress(id), 50, connection),
        events,
      ),
    lasts: "stream",
    ...silent,
  },
  { name: "closes its stream without an answer", respond: () => new Response("", events), ...cut },
  {
    name: "resets the connection",
    respond(_id, connection) {
      connection.cut();
      return never();
    },
    ...cut,
  },
  {
    name: "breaks off in the middle of an event",
    respond: (_id, connection) =>
      new Response(broken('event: message\ndata: {"json', connection), events),
    ...cut,
  },
  {
    name: "breaks off in the middle of its JSON",
    respond: (_id, connection) => new Response(broken('{"jsonrpc":"2.0","i', connection), json),
    ...cut,
  },
  ...([500, 501] as const).map(
    (status): Fault => ({
      name: `answers ${status}`,
      respond: () => withStatus(status),
      kind: "failing",
      code: "router_failed",
      ran: true,
    }),
  ),
  ...([502, 503, 504] as const).map(
    (status): Fault => ({
      name: `answers ${status}`,
      respond: () => withStatus(status),
      kind: "failing",
      code: "router_failed",
      ran: true,
      passing: true,
    }),
  ),
  { name: "answers 401", respond: () => withStatus(401), passing: true, ...key },
  { name: "answers 403", respond: () => withStatus(403), ...key },
  {
    name: "answers 429, for a minute",
    respond: () => withStatus(429, { "retry-after": "60" }),
    kind: "busy",
    code: "router_failed",
    ran: false,
  },
  {
    name: "answers 429, for a moment",
    respond: () => withStatus(429, { "retry-after": "0" }),
    kind: "busy",
    code: "router_failed",
    ran: false,
    passing: true,
  },
  {
    name: "answers with a page",
    respond: () =>
      new Response("<html>Sign in</html>", { headers: { "content-type": "text/html" } }),
    kind: "not-a-router",
    code: "router_failed",
    ran: true,
  },
  {
    name: "answers 202 with nothing",
    respond: () => new Response(null, { status: 202 }),
    kind: "not-a-router",
    code: "router_failed",
    ran: true,
  },
  {
    name: "redirects",
    respond: () => withStatus(307, { location: "/elsewhere" }),
    kind: "redirected",
    code: "router_failed",
    ran: false,
  },
  {
    name: "answers with JSON that ends early",
    respond: () => new Response('{"jsonrpc":"2.0","id":2,"res', json),
    ...unreadable,
  },
  {
    name: "answers somebody else, in JSON",
    respond: (id) => Response.json(result(id + 1_000, "for you")),
    ...unreadable,
  },
  {
    name: "answers somebody else, in an event",
    respond: (id) => new Response(event(result(id + 1_000, "for you")), events),
    ...cut,
  },
  {
    name: "answers in another shape",
    respond: (id) => Response.json({ jsonrpc: "2.0", id, result: { content: "done" } }),
    ...unreadable,
  },
  {
    name: "answers in no shape of the protocol",
    respond: () => Response.json({ hello: 1 }),
    ...unreadable,
  },
  {
    name: "floods with an event",
    respond: () => new Response(flood(), events),
    ...tooLarge,
  },
  {
    name: "floods with JSON",
    respond: () => new Response(flood(), json),
    ...tooLarge,
  },
];
