import "server-only";
import { eq } from "drizzle-orm";
import { database } from "../database/connection.ts";
import { run } from "../database/schema.ts";
import { instruments } from "../telemetry/instruments.ts";
import { type LogRow, subscribe } from "./hub.ts";
import { linesAfter, readRows, rowsPerRead } from "./read-log.ts";

/** Milliseconds of silence after which a reader is told that the connection lives; proxies cut silent ones. */
const heartbeatInterval = 15_000;

/** A chunk of the log with its number, or a sign of life. */
export type LogEvent = { kind: "chunk"; number: number; json: string } | { kind: "heartbeat" };

async function hasEnded(runId: string): Promise<boolean> {
  const [row] = await (await database())
    .select({ status: run.status })
    .from(run)
    .where(eq(run.id, runId));
  return row?.status !== "running" && row?.status !== "queued" && row?.status !== "waiting";
}

/** The rows with the next chunk first, or null when rows between are missing. */
function contiguous(rows: LogRow[], next: number): LogRow[] | null {
  const ahead = rows.filter((row) => row.sequence + row.count > next);
  const [first] = ahead;
  return first && first.sequence > next ? null : ahead;
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
 * goes. A reader takes rows at its own pace; one that is slow holds up nobody.
 */
export async function* followRun(
  runId: string,
  after: number,
  signal: AbortSignal,
): AsyncGenerator<LogEvent> {
  const { subscription, unsubscribe } = subscribe(runId);
  let next = after;
  let fromDatabase = true;
  instruments()?.streams.add(1);
  try {
    while (!signal.aborted) {
      const { rows: announced, mustLook } = subscription.take();
      const changed = subscription.changed();
      const ahead: LogRow[] | null = fromDatabase || mustLook ? null : contiguous(announced, next);
      // Asked before the rows: of a run that has ended by then, all rows are stored.
      const ended = ahead === null && (await hasEnded(runId));
      const rows: LogRow[] = ahead ?? (await readRows(runId, next));
      for (const row of rows) {
        for (const json of linesAfter(row, next)) yield { kind: "chunk", number: next++, json };
      }
      fromDatabase = ahead === null && rows.length === rowsPerRead;
      if (fromDatabase) continue;
      if (ended) return;
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
