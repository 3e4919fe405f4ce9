import "server-only";
import type { InferUIMessageChunk } from "ai";
import { sql } from "drizzle-orm";
import type { ChatMessage } from "@/lib/shared/message";
import { database } from "../database/connection.ts";
import { log } from "../log.ts";
import { publish } from "./hub.ts";
import { processId } from "./process-id.ts";

export type RunChunk = InferUIMessageChunk<ChatMessage>;

/** The channel on which other processes hear of new rows: `{process, runs}`. */
export const logChannel = "run_log";

/** Milliseconds between two commits of the log. After a pause the first commit happens at once. */
const commitInterval = 20;

/** Appends one run's chunks, for as long as nobody else has taken the run over. */
export type LogWriter = {
  append(chunk: RunChunk): void;
  /** Resolves when all that was appended is stored and shown; rejects when the run was taken over. */
  flushed(): Promise<void>;
};

type Batch = {
  runId: string;
  epoch: number;
  sequence: number;
  chunks: RunChunk[];
  settle: (error?: Error) => void;
};

/** Another process has taken the run over, or the run is gone: what this one still has to say is not stored. */
export class RunLostError extends Error {
  override name = "RunLostError";
}

const pending = new Map<string, Batch>();
let committing = false;
let lastCommit = 0;

/** Joins a text delta to the one before it: readers see the same text in fewer, larger pieces. */
export function join(chunks: RunChunk[], chunk: RunChunk): void {
  const last = chunks.at(-1);
  const joins =
    last &&
    (last.type === "text-delta" || last.type === "reasoning-delta") &&
    chunk.type === last.type &&
    chunk.id === last.id;
  if (joins) chunks[chunks.length - 1] = { ...last, delta: last.delta + chunk.delta };
  else chunks.push(chunk);
}

async function commit(batches: Batch[]): Promise<void> {
  const rows = batches.map(({ runId, epoch, sequence, chunks }) => ({
    run_id: runId,
    epoch,
    sequence,
    count: chunks.length,
    data: chunks.map((chunk) => JSON.stringify(chunk)).join("\n"),
  }));
  // The fence: a process that lost a run raises no row of it. The lock keeps a takeover from slipping in between.
  const kept = await (await database()).execute<{ run_id: string }>(sql`
    with incoming as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as row(run_id uuid, epoch int, sequence int, count int, data text)
    ), held as (
      select run.id from run join incoming on run.id = incoming.run_id and run.epoch = incoming.epoch for share of run
    ), stored as (
      insert into run_chunk (run_id, sequence, count, data)
      select run_id, sequence, count, data from incoming join held on held.id = incoming.run_id
      returning run_id
    )
    select run_id, pg_notify(${logChannel}, json_build_object('process', ${processId()}::text, 'run', run_id)::text)
    from stored`);
  const stored = new Set(kept.rows.map((row) => row.run_id));
  rows.forEach((row, index) => {
    if (stored.has(row.run_id)) publish(row.run_id, [row]);
    batches[index]?.settle(
      stored.has(row.run_id) ? undefined : new RunLostError(`Run ${row.run_id} was taken over.`),
    );
  });
}

async function commitAll(): Promise<void> {
  committing = true;
  while (pending.size > 0) {
    const pause = lastCommit + commitInterval - performance.now();
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    const batches = [...pending.values()];
    pending.clear();
    try {
      await commit(batches);
    } catch (error) {
      log.error("run_log.commit_failed", error, { runs: batches.length });
      for (const batch of batches)
        batch.settle(error instanceof Error ? error : new Error("The log was not stored."));
    }
    lastCommit = performance.now();
  }
  committing = false;
}

/**
 * A writer for one run at one epoch. All runs of the process share one commit.
 *
 * @param sequence number of the next chunk
 */
export function createLogWriter(runId: string, epoch: number, sequence: number): LogWriter {
  let next = sequence;
  let stored = Promise.resolve();
  let current: Batch | undefined;

  return {
    append(chunk) {
      if (!current || pending.get(runId) !== current) {
        // The chunks of the batch before are final now: its numbers are known.
        if (current) next = current.sequence + current.chunks.length;
        const { promise, resolve, reject } = Promise.withResolvers<void>();
        const settle = (error?: Error) => (error ? reject(error) : resolve());
        current = { runId, epoch, sequence: next, chunks: [], settle };
        pending.set(runId, current);
        // A failure stays a failure: later batches would leave a gap.
        stored = stored.then(() => promise);
        stored.catch(() => {});
      }
      join(current.chunks, chunk);
      if (!committing) void commitAll();
    },
    flushed: () => stored,
  };
}
