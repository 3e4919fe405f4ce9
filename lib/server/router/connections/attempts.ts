import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import type { ConnectionState, ConnectionView } from "@/lib/shared/connection";
import { database } from "../../database/connection.ts";
import { connectionAttempt } from "../../database/schema.ts";
import { notFound } from "../../errors.ts";
import { wakeRun } from "../../runs/wake.ts";

export type AttemptRow = typeof connectionAttempt.$inferSelect;

/** Starts an attempt; the person finds it at `/connect/{id}`. */
export async function createAttempt(attempt: {
  userId: string;
  toolkit: string;
  runId?: string;
  actionId?: string;
}): Promise<AttemptRow> {
  const [row] = await (await database())
    .insert(connectionAttempt)
    .values({ ...attempt, id: randomUUID(), status: "needed", state: { status: "needed" } })
    .returning();
  if (!row) throw new Error("The attempt was not stored.");
  return row;
}

/** @throws BranchlineError `not_found` when it is absent or somebody else's. */
export async function readAttempt(userId: string, id: string): Promise<AttemptRow> {
  const [row] = await (await database())
    .select()
    .from(connectionAttempt)
    .where(and(eq(connectionAttempt.id, id), eq(connectionAttempt.userId, userId)));
  if (!row) throw notFound("connection");
  return row;
}

export async function attemptsOfRun(runId: string): Promise<AttemptRow[]> {
  return (await database())
    .select()
    .from(connectionAttempt)
    .where(eq(connectionAttempt.runId, runId))
    .orderBy(connectionAttempt.createdAt);
}

/** Attempts somebody has opened and not finished. */
export async function openAttempts(): Promise<AttemptRow[]> {
  return (await database())
    .select()
    .from(connectionAttempt)
    .where(inArray(connectionAttempt.status, ["opened", "waiting"]));
}

export const callbackHash = (secret: string) => createHash("sha256").update(secret).digest("hex");

/** The attempt our callback address with this secret belongs to, if it is this user's. */
export async function findAttemptByCallback(
  userId: string,
  secret: string,
): Promise<AttemptRow | null> {
  const [row] = await (await database())
    .select()
    .from(connectionAttempt)
    .where(
      and(
        eq(connectionAttempt.callbackHash, callbackHash(secret)),
        eq(connectionAttempt.userId, userId),
      ),
    );
  return row ?? null;
}

/** Moves an attempt on, unless it has left the states named in `from`; the run that waits for it hears of it. */
export async function moveAttempt(
  attempt: AttemptRow,
  from: readonly ConnectionState["status"][],
  state: ConnectionState,
  change: Partial<Pick<AttemptRow, "connectedAccountId" | "callbackHash">> = {},
): Promise<AttemptRow> {
  const moved = await (await database()).transaction(async (transaction) => {
    const [row] = await transaction
      .update(connectionAttempt)
      .set({ ...change, status: state.status, state })
      .where(
        and(
          eq(connectionAttempt.id, attempt.id),
          eq(connectionAttempt.userId, attempt.userId),
          inArray(connectionAttempt.status, [...from]),
        ),
      )
      .returning();
    if (row?.runId) await wakeRun(transaction, row.runId);
    return row;
  });
  return moved ?? readAttempt(attempt.userId, attempt.id);
}

export function viewOfAttempt(row: AttemptRow): ConnectionView {
  return { id: row.id, toolkit: row.toolkit, state: row.state };
}
