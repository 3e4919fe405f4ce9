import type { UIMessageChunk } from "ai";
import { readRunEvents } from "./run-events";
import type { Wait } from "./wait-to-retry";

type Bytes = ReadableStream<Uint8Array<ArrayBuffer>>;

/** Opens the run's stream again, from the chunk of that number on; null when the run is over. */
export type Reopen = (after: number) => Promise<Bytes | null>;

async function* follow(
  first: Bytes,
  options: { reopen: Reopen; wait: Wait; signal: AbortSignal },
): AsyncGenerator<UIMessageChunk> {
  let received = 0;
  let attempt = 0;
  for (let bytes: Bytes | null = first; bytes; bytes = await options.reopen(received)) {
    try {
      for await (const { chunk, count } of readRunEvents(bytes)) {
        received += count;
        attempt = 0;
        if (chunk) yield chunk;
        if (chunk?.type === "finish") return;
      }
    } catch {
      options.signal.throwIfAborted();
    }
    await options.wait(attempt, options.signal);
    options.signal.throwIfAborted();
    attempt += 1;
  }
}

/**
 * The chunks of one run, whatever happens to the connection. A run may wait for a person for days, so a connection that
 * ends without a `finish` chunk is opened again where it broke off: every event carries one chunk, and the run's log
 * numbers them from 0. Ends after `finish`, or when the run is over without this reader having seen its end.
 *
 * `first` and every connection of `reopen` obey `signal`; `abort` ends it when nobody reads any more.
 */
export function followRun(
  first: Bytes,
  options: { reopen: Reopen; wait: Wait; signal: AbortSignal; abort: () => void },
): ReadableStream<UIMessageChunk> {
  const chunks = follow(first, options);
  return new ReadableStream<UIMessageChunk>({
    async pull(controller) {
      const next = await chunks.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: options.abort,
  });
}
