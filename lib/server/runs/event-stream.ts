import "server-only";
import { UI_MESSAGE_STREAM_HEADERS } from "ai";
import { followRun, type LogEvent } from "./follow.ts";

const encoder = new TextEncoder();

const sent = new WeakMap<LogEvent, Uint8Array>();

/** An event as it is sent, the same bytes to all readers. */
function encode(event: LogEvent): Uint8Array {
  const before = sent.get(event);
  if (before) return before;
  const text =
    event.kind === "heartbeat" ? ": alive\n\n" : `id: ${event.number}\ndata: ${event.json}\n\n`;
  const bytes = encoder.encode(text);
  sent.set(event, bytes);
  return bytes;
}

/**
 * A run's log as server-sent events in the AI SDK's UI message stream format. The id of an event is its chunk's number.
 *
 * @param after number of the first chunk to send
 */
export function eventStream(runId: string, after: number, signal: AbortSignal): Response {
  const reader = new AbortController();
  const events = followRun(runId, after, AbortSignal.any([signal, reader.signal]));
  const body = new ReadableStream<Uint8Array>({
    // Called only while the browser takes what it is given: a slow reader buffers one event.
    async pull(controller) {
      const { value, done } = await events.next();
      if (!done) return controller.enqueue(encode(value));
      controller.enqueue(encoder.encode("data: [DONE]\n\n"));
      controller.close();
    },
    async cancel() {
      reader.abort();
      await events.return(undefined);
    },
  });
  return new Response(body, {
    // Compressing an event stream costs much and saves nothing; `no-transform` keeps the server from it.
    headers: {
      ...UI_MESSAGE_STREAM_HEADERS,
      "cache-control": "no-cache, no-transform",
      "x-run-id": runId,
    },
  });
}
