import "server-only";
import { and, eq, lt, ne, or, sql } from "drizzle-orm";
import type { ChatMessage } from "@/lib/shared/message";
import { type Database, database } from "../database/connection.ts";
import { message, run } from "../database/schema.ts";
import { isQueued, isRunning } from "./alive.ts";
import { RunLostError } from "./interruption.ts";
import { processId } from "./process-id.ts";

export type RunRow = typeof run.$inferSelect;

/** Milliseconds between two renewals of a lease; a lease lasts three of them. */
export const renewalInterval = 4_000;

// By the database's clock, which all processes share.
const lease = () => sql`now() + interval '12 seconds'`;

/** True for a run that somebody drives who has not renewed the lease. */
export const isDeserted = and(isRunning, lt(run.leaseUntil, sql`now()`));

const firstEpoch = 1;

/** True for a run that is driven for the first time, by the process that made it: nothing was written of it, and nothing done. */
export const isFresh = ({ epoch }: RunRow) => epoch === firstEpoch;

/** What a run is written with when the process that makes it drives it at once. */
export const freshClaim = () => ({
  status: "running" as const,
  owner: processId(),
  leaseUntil: lease(),
  epoch: firstEpoch,
});

/** Frees every run of processes that are gone. Only for a database that this process alone can have open. */
export async function freeDesertedRuns(): Promise<void> {
  await (await database())
    .update(run)
    .set({ leaseUntil: sql`now() - interval '1 second'` })
    .where(and(isRunning, ne(run.owner, processId())));
}

/** True for a run that is still driven by who has claimed it. */
export const isHeld = (claimed: RunRow) =>
  and(eq(run.id, claimed.id), eq(run.epoch, claimed.epoch), isRunning);

/** Keeps a claimed run from being taken over until the transaction ends. @throws RunLostError when it was already. */
export async function holdRun(transaction: Database, claimed: RunRow): Promise<void> {
  const [row] = await transaction
    .select({ id: run.id })
    .from(run)
    .where(isHeld(claimed))
    .for("share");
  if (!row) throw new RunLostError(`Run ${claimed.id} was taken over.`);
}

/**
 * Takes a run that nobody drives: one that is queued, or one whose process fell silent.
 *
 * @returns null when it has ended or is driven by a process that is alive.
 */
export async function claimRun(id: string): Promise<RunRow | null> {
  const [claimed] = await (await database())
    .update(run)
    .set({
      status: "running",
      owner: processId(),
      leaseUntil: lease(),
      epoch: sql`${run.epoch} + 1`,
      takeovers: sql`${run.takeovers} + case when ${run.status} = 'running' then 1 else 0 end`,
    })
    .where(and(eq(run.id, id), or(isQueued, isDeserted)))
    .returning();
  return claimed ?? null;
}

/** Keeps a run. @throws RunLostError when another process has it. */
export async function renewLease(claimed: RunRow): Promise<{ stopRequested: boolean }> {
  const [row] = await (await database())
    .update(run)
    .set({ leaseUntil: lease() })
    .where(isHeld(claimed))
    .returning({ stopRequested: run.stopRequested });
  if (!row) throw new RunLostError(`Run ${claimed.id} was taken over.`);
  return row;
}

/** How often the run was called so far: read before its rows, given to {@link releaseRun} after. */
export async function countWakes(claimed: RunRow): Promise<number> {
  const [row] = await (await database())
    .select({ wakes: run.wakes })
    .from(run)
    .where(isHeld(claimed));
  if (!row) throw new RunLostError(`Run ${claimed.id} was taken over.`);
  return row.wakes;
}

/** Lets go of a run until somebody wakes it. False when it was woken since `wakes` was counted: look again. */
export async function releaseRun(claimed: RunRow, wakes: number): Promise<boolean> {
  const released = await (await database())
    .update(run)
    .set({ status: "waiting", owner: null, leaseUntil: null })
    .where(and(isHeld(claimed), eq(run.wakes, wakes)))
    .returning({ id: run.id });
  return released.length > 0;
}

/** Puts a run back for whichever process sees it first, exactly as it stands. */
export async function queueRun(claimed: RunRow): Promise<void> {
  await (await database())
    .update(run)
    .set({ status: "queued", owner: null, leaseUntil: null })
    .where(isHeld(claimed));
}

/** Stores what the run has written so far: it got on. */
export async function storeStep(claimed: RunRow, parts: ChatMessage["parts"]): Promise<void> {
  await (await database()).transaction(async (transaction) => {
    const kept = await transaction
      .update(run)
      .set({ takeovers: 0 })
      .where(isHeld(claimed))
      .returning({ id: run.id });
    if (kept.length === 0) throw new RunLostError(`Run ${claimed.id} was taken over.`);
    await transaction.update(message).set({ parts }).where(eq(message.id, claimed.messageId));
  });
}
