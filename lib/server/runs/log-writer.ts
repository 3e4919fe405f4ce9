import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { longestPiece } from "../agent/joined-deltas.ts";
import { database } from "../database/connection.ts";
import { log } from "../log.ts";
import { apart } from "../telemetry/spans.ts";
import { publish } from "./hub.ts";
import { RunLostError } from "./interruption.ts";
import { lineOf, type RunChunk } from "./log-line.ts";
import { processId } from "./process-id.ts";

/** The channel on which other processes hear that a run's log has changed: `{process, run}`. */
export const logChannel = "run_log";

/** Tells other processes so, once the statement it is part of holds. @param runId as SQL */
export function notifyOfLog(runId: SQL): SQL {
  const payload = sql`json_build_object('process', ${processId()}::text, 'run', ${runId})::text`;
  return sql`pg_notify(${logChannel}, ${payload})`;
}

/** Milliseconds between two commits of the log. After a pause the first commit happens at once. */
const commitInterval = 20;

/** Milliseconds that an announced chunk waits for the next one. */
const announceDelay = 50;

/** Appends one run's chunks, for as long as nobody else has taken the run over. */
export type LogWriter = {
  append(chunk: RunChunk): void;
  /** The same for a chunk that nobody waits for: it goes with the next, which then goes at once, or a moment later. */
  announce(chunk: RunChunk): void;
  /** Resolves when all that was appended is stored and shown; rejects when the run was taken over. */
  flushed(): Promise<void>;
  /** Aborted as soon as something could not be stored. */
  failure: AbortSignal;
};

type Batch = {
  runId: string;
  epoch: number;
  sequence: number;
  chunks: RunChunk[];
  settle: (error?: Error) => void;
};

const pending = new Set<Batch>();
let committing = false;
let lastCommit = 0;

/** Joins a text delta to the one before it: readers see the same text in fewer, larger pieces, but in none too large to hold. */
export function join(chunks: RunChunk[], chunk: RunChunk): void {
  const last = chunks.at(-1);
  const joins =
    last &&
    (last.type === "text-delta" || last.type === "reasoning-delta") &&
    chunk.type === last.type &&
    chunk.id === last.id &&
    last.delta.length < longestPiece;
  if (joins) chunks[chunks.length - 1] = { ...last, delta: last.delta + chunk.delta };
  else chunks.push(chunk);
}

async function commit(batches: Batch[]): Promise<void> {
  const rows = batches.map(({ runId, epoch, sequence, chunks }) => ({
    run_id: runId,
    epoch,
    sequence,
    count: chunks.length,
    data: chunks.map(lineOf).join("\n"),
  }));
  // The fence: a process that lost a run raises no row of it, nor does one that has ended it. The lock keeps a takeover from
  // slipping in between.
  const kept = await (await database()).execute<{ run_id: string; epoch: number }>(sql`
    with incoming as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as row(run_id uuid, epoch int, sequence int, count int, data text)
    ), held as (
      select run.id, run.epoch from run join incoming on run.id = incoming.run_id and run.epoch = incoming.epoch and run.status = 'running'
      for share of run
    ), stored as (
      insert into run_chunk (run_id, sequence, count, data)
      select run_id, sequence, count, data from incoming join held on held.id = run_id and held.epoch = incoming.epoch
      returning run_id
    )
    select run_id, held.epoch, ${notifyOfLog(sql`run_id`)}
    from stored join held on held.id = run_id`);
  const keyOf = (row: { run_id: string; epoch: number }) => `${row.run_id} ${row.epoch}`;
  const stored = new Set(kept.rows.map(keyOf));
  rows.forEach((row, index) => {
    if (stored.has(keyOf(row))) publish(row.run_id, [row]);
    batches[index]?.settle(
      stored.has(keyOf(row)) ? undefined : new RunLostError(`Run ${row.run_id} was taken over.`),
    );
  });
}

/** Settles every batch. Rows of one run that the database refuses do not cost the other runs theirs. */
async function commitOrFail(batches: Batch[]): Promise<void> {
  try {
    await commit(batches);
  } catch (error) {
    if (batches.length > 1) {
      for (const batch of batches) await commitOrFail([batch]);
      return;
    }
    for (const { runId, settle } of batches) {
      log.error("run_log.commit_failed", error, { run: runId });
      settle(error instanceof Error ? error : new Error("The log was not stored."));
    }
  }
}

/** Commits what is pending, unless that is being done; one commit is for many runs. */
function commitSoon(): void {
  if (!committing && pending.size > 0) void apart({}, commitAll);
}

async function commitAll(): Promise<void> {
  committing = true;
  while (pending.size > 0) {
    const pause = lastCommit + commitInterval - performance.now();
    // Without a pause after all that is said in one breath: the first words would miss this commit, and wait for the next.
    await (pause > 0 ? new Promise((resolve) => setTimeout(resolve, pause)) : undefined);
    const batches = [...pending];
    pending.clear();
    await commitOrFail(batches);
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
  const failure = new AbortController();

  function begin(): Batch {
    // The chunks of the batch before are final now: its numbers are known.
    if (current) next = current.sequence + current.chunks.length;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const settle = (error?: Error) => {
      if (!error) return resolve();
      failure.abort(error);
      if (current) pending.delete(current);
      reject(error);
    };
    current = { runId, epoch, sequence: next, chunks: [], settle };
    pending.add(current);
    stored = Promise.all([stored, promise]).then(() => {});
    // Whoever waits for `flushed` hears of a failure; without anybody it is no reason to end the process.
    stored.catch(() => {});
    return current;
  }

  function add(chunk: RunChunk): void {
    // A failure stays a failure: what came after it would leave a gap.
    if (failure.signal.aborted) return;
    if (!current || !pending.has(current)) current = begin();
    join(current.chunks, chunk);
  }

  return {
    append(chunk) {
      add(chunk);
      commitSoon();
    },
    announce(chunk) {
      add(chunk);
      setTimeout(commitSoon, announceDelay);
    },
    flushed() {
      commitSoon();
      return stored;
    },
    failure: failure.signal,
  };
}
