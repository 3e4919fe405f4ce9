import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { ConnectionState, ConnectionView, LostAccount } from "@/lib/shared/connection";
import { isInChat } from "../../chats/own-chat.ts";
import { type Database, database } from "../../database/connection.ts";
import { connectionAttempt, run } from "../../database/schema.ts";
import { notFound } from "../../errors.ts";
import { wakeRun } from "../../runs/wake.ts";
import { revokeLinksOf } from "./links.ts";

export type AttemptRow = typeof connectionAttempt.$inferSelect;
export type Statuses = readonly ConnectionState["status"][];

/** Starts an attempt; the person finds it at `/connect/{id}`. */
export async function createAttempt(attempt: {
  userId: string;
  toolkit: string;
  runId?: string;
  actionId?: string;
  /** What there was before, and works no longer. */
  lost?: LostAccount | undefined;
}): Promise<AttemptRow> {
  const { lost, ...owner } = attempt;
  const state: ConnectionState = { status: "needed", ...(lost ? { lost } : {}) };
  const [row] = await (await database())
    .insert(connectionAttempt)
    .values({ ...owner, id: randomUUID(), status: state.status, state })
    .returning();
  if (!row) throw new Error("The attempt was not stored.");
  return row;
}

/** Those of a chat, or of none, that is there. */
const isShown = or(
  isNull(connectionAttempt.runId),
  sql`exists (select 1 from ${run} where ${run.id} = ${connectionAttempt.runId} and ${isInChat(run.chatId)})`,
);

async function find(userId: string, id: string, where?: SQL): Promise<AttemptRow> {
  const own = and(eq(connectionAttempt.id, id), eq(connectionAttempt.userId, userId));
  const [row] = await (await database()).select().from(connectionAttempt).where(and(own, where));
  if (!row) throw notFound("connection", { kind: "attempt", id });
  return row;
}

/** @throws BranchlineError `not_found` when it is absent or somebody else's. */
export const readAttempt = (userId: string, id: string): Promise<AttemptRow> =>
  find(userId, id, isShown);

/** {@link readAttempt} for what has begun: its chat may have been deleted meanwhile. */
export const readBegunAttempt = (userId: string, id: string): Promise<AttemptRow> =>
  find(userId, id);

export async function attemptsOfRun(runId: string): Promise<AttemptRow[]> {
  return (await database())
    .select()
    .from(connectionAttempt)
    .where(eq(connectionAttempt.runId, runId))
    .orderBy(connectionAttempt.createdAt);
}

/** Whether a browser that comes back may still finish an attempt in this state. */
function awaitsReturn(state: ConnectionState): boolean {
  switch (state.status) {
    case "opened":
    case "waiting":
      return true;
    case "needed":
    case "connected":
    case "failed":
    case "expired":
    case "declined":
      return false;
  }
}

/**
 * Moves an attempt on where it stands as in `from`, and wakes the run that waits for it. One that ends takes its open links
 * with it.
 *
 * @returns false when it has left these states.
 */
export async function changeAttempt(
  storage: Database,
  id: string,
  from: Statuses,
  state: ConnectionState,
): Promise<boolean> {
  const [row] = await storage
    .update(connectionAttempt)
    .set({ status: state.status, state })
    .where(and(eq(connectionAttempt.id, id), inArray(connectionAttempt.status, [...from])))
    .returning({ runId: connectionAttempt.runId });
  if (!row) return false;
  if (!awaitsReturn(state)) await revokeLinksOf(storage, id);
  if (row.runId) await wakeRun(storage, row.runId);
  return true;
}

/** {@link changeAttempt} by itself; answers where the attempt stands then. */
export async function moveAttempt(
  attempt: AttemptRow,
  from: Statuses,
  state: ConnectionState,
): Promise<AttemptRow> {
  await (await database()).transaction((storage) =>
    changeAttempt(storage, attempt.id, from, state),
  );
  return readBegunAttempt(attempt.userId, attempt.id);
}

export function viewOfAttempt(row: AttemptRow): ConnectionView {
  return { id: row.id, toolkit: row.toolkit, state: row.state };
}
