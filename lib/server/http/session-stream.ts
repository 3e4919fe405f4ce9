import "server-only";
import { openAmong } from "../auth/sessions.ts";
import { log } from "../log.ts";
import { apart } from "../telemetry/spans.ts";

/** Milliseconds between two looks whether the sessions of open streams are open. */
const interval = 500;

type Watch = { sessionId: string; ended: AbortController };

const watchesKey = Symbol.for("branchline.session-watches");
const holder = globalThis as { [watchesKey]?: Set<Watch> };
const watches = () => {
  holder[watchesKey] ??= new Set();
  return holder[watchesKey];
};

async function look(): Promise<void> {
  const ids = [...new Set([...watches()].map(({ sessionId }) => sessionId))];
  const open = await openAmong(ids);
  // One that began to be watched meanwhile was not asked about.
  for (const { sessionId, ended } of watches())
    if (ids.includes(sessionId) && !open.has(sessionId)) ended.abort();
}

async function lookOn(): Promise<void> {
  while (watches().size > 0) {
    await new Promise((resolve) => setTimeout(resolve, interval));
    // Nobody can sign out of a database that cannot be reached.
    if (watches().size > 0) await look().catch((error) => log.error("session.check_failed", error));
  }
}

function watch(sessionId: string): { ended: AbortSignal; leave: () => void } {
  const entry = { sessionId, ended: new AbortController() };
  watches().add(entry);
  // One look is for the streams of all requests.
  if (watches().size === 1) void apart({}, lookOn);
  return { ended: entry.ended.signal, leave: () => void watches().delete(entry) };
}

/** A response whose event stream ends with the session that asked for it; any other response as it is. */
export function endWithSession(response: Response, sessionId: string): Response {
  const isStream = response.headers.get("content-type")?.startsWith("text/event-stream");
  if (!response.body || !isStream) return response;
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader();
  const { ended, leave } = watch(sessionId);
  const source: UnderlyingDefaultSource<Uint8Array> = {
    start(controller) {
      ended.addEventListener("abort", () => {
        leave();
        controller.close();
        void reader.cancel();
      });
    },
    async pull(controller) {
      try {
        const { value, done } = await reader.read();
        if (ended.aborted) return;
        if (!done) return controller.enqueue(value);
        leave();
        controller.close();
      } catch (error) {
        leave();
        throw error;
      }
    },
    async cancel(reason) {
      leave();
      await reader.cancel(reason);
    },
  };
  return new Response(new ReadableStream(source, { highWaterMark: 0 }), response);
}
