import "server-only";
import { eq } from "drizzle-orm";
import { database } from "../database/connection.ts";
import { run } from "../database/schema.ts";
import { instruments } from "../telemetry/instruments.ts";
import { type LogRow, subscribe } from "./hub.ts";
import { chunksAfter, type LogChunk, readRows } from "./read-log.ts";

/** Milliseconds of silence after which a reader is told that the connection lives; proxies cut silent ones. */
const heartbeatInterval = 15_000;

/** A chunk of the log, or a sign of life. */
export type LogEvent = LogChunk | { kind: "heartbeat" };

async function hasEnded(runId: string): Promise<boolean> {
  const [row] = await (await database())
    .select({ status: run.status })
    .from(run)
    .where(eq(run.id, runId));
  return row?.status !== "running" && row?.status !== "queued" && row?.status !== "waiting";
}

async function heartbeat(
  signal: AbortSignal,
  changed: Promise<void>,
): Promise<"changed" | "silence" | "gone"> {
  const { promise, resolve } = Promise.withResolvers<"silence" | "gone">();
  const timer = setTimeout(() => resolve("silence"), heartbeatInterval);
  const leave = () => resolve("gone");
  signal.addEventListener("abort", leave, { once: true });
  if (signal.aborted) leave();
  try {
    return await Promise.race([promise, changed.then(() => "changed" as const)]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", leave);
  }
}

/**
 * Reads a run's log from chunk number `after` on: what is stored, then what comes, until the run has ended or the reader
 * goes. A reader takes rows at its own pace; one that is slow holds up nobody. The log goes with its run: a reader that was too
 * far behind by then – of another process, or by many rows – ends without its last chunk, and the stored message says it all.
 */
export async function* followRun(
  runId: string,
  after: number,
  signal: AbortSignal,
): AsyncGenerator<LogEvent> {
  const { subscription, unsubscribe } = subscribe(runId, after);
  let fromDatabase = true;
  instruments()?.streams.add(1);
  try {
    // A run that has just begun asks its model first, and the database is one queue.
    await new Promise(setImmediate);
    while (!signal.aborted) {
      const announced = subscription.look();
      const changed = subscription.changed();
      const ask: boolean = (fromDatabase || announced.mustLook) && !announced.over;
      const ended: boolean = ask ? await hasEnded(runId) : announced.over;
      let { rows }: { rows: LogRow[] } = announced;
      let more = false;
      // The log of a run that has ended is gone; what this process's readers need of it was announced before.
      if (ask && ended) rows = subscription.look().rows;
      else if (ask) ({ rows, more } = await readRows(runId, subscription.next));
      for (const row of rows) {
        for (const chunk of chunksAfter(row, subscription.next)) {
          subscription.next = chunk.number + 1;
          yield chunk;
        }
      }
      if (ended) return;
      fromDatabase = more;
      if (rows.length > 0) continue;
      const woken = await heartbeat(signal, changed);
      if (woken === "silence") yield { kind: "heartbeat" };
      // Silence may hide a missed word.
      fromDatabase = woken === "silence";
    }
  } finally {
    instruments()?.streams.add(-1);
    unsubscribe();
  }
}
