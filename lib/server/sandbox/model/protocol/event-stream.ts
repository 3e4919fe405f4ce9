import { setTimeout as delay } from "node:timers/promises";
import type { ResponseEvent } from "./events";

/**
 * Server-sent events at a readable pace. Pulled by the reader, so a slow reader slows it and a reader that goes away
 * (cancel, or the request's signal) ends it.
 */
export function eventStream(
  events: Iterator<ResponseEvent>,
  deltaIntervalMilliseconds: number,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const cancelled = new AbortController();
  const gone = AbortSignal.any([signal, cancelled.signal]);
  let sequenceNumber = 0;

  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (gone.aborted) return controller.close();
      const next = events.next();
      if (next.done) return controller.close();
      if (next.value.type.endsWith(".delta") && deltaIntervalMilliseconds > 0) {
        const arrived = await delay(deltaIntervalMilliseconds, true, { signal: gone }).catch(
          () => false,
        );
        if (!arrived) {
          if (!cancelled.signal.aborted) controller.close();
          return;
        }
      }
      const { type, ...fields } = next.value;
      const data = JSON.stringify({ type, sequence_number: sequenceNumber, ...fields });
      sequenceNumber += 1;
      controller.enqueue(encoder.encode(`event: ${type}\ndata: ${data}\n\n`));
    },
    cancel() {
      cancelled.abort();
    },
  });
}
