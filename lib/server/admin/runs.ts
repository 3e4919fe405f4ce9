import "server-only";
import { and, eq, or, type SQL, sql } from "drizzle-orm";
import type { AdminRun } from "@/lib/shared/admin";
import { database } from "../database/connection.ts";
import { action, run, user } from "../database/schema.ts";
import { isAfter, latestFirst, microsecondsOf, pageOf } from "../database/time-cursor.ts";
import { isAlive } from "../runs/alive.ts";
import { personColumns } from "./person.ts";

const pageSize = 50;
const order = { time: run.createdAt, id: run.id };
const outcome = sql<string | null>`${run.outcome} ->> 'status'`;

const waitsFor = (status: "approval" | "connection") =>
  sql<boolean>`exists (select 1 from ${action} where ${action.runId} = ${run.id} and ${action.status} = ${status})`;

/** Runs that are not over, and those that came to a bad end. */
const notable: SQL | undefined = or(isAlive, sql`${outcome} in ('failed', 'interrupted')`);

/**
 * The runs of everybody that are not over or failed, the latest first, 50 a page: who, when, and by which code. What they are
 * about is their people's.
 *
 * @throws BranchlineError `invalid_request` for a cursor of nobody's
 */
export async function listRuns(
  cursor?: string,
): Promise<{ runs: AdminRun[]; nextCursor: string | null }> {
  const rows = await (await database())
    .select({
      id: run.id,
      person: personColumns(user),
      status: sql<AdminRun["status"]>`coalesce(${outcome}, ${run.status})`,
      error: sql<string | null>`${run.outcome} -> 'error' ->> 'code'`,
      approval: waitsFor("approval"),
      connection: waitsFor("connection"),
      createdAt: run.createdAt,
      endedAt: run.endedAt,
      microseconds: microsecondsOf(run.createdAt),
    })
    .from(run)
    .innerJoin(user, eq(user.id, run.userId))
    .where(and(notable, cursor ? isAfter(cursor, order) : undefined))
    .orderBy(...latestFirst(order))
    .limit(pageSize + 1);
  const { page, nextCursor } = pageOf(rows, pageSize);
  return {
    runs: page.map(({ approval, connection, ...row }) => ({
      id: row.id,
      person: row.person,
      status: row.status,
      waitsFor: approval ? "approval" : connection ? "connection" : null,
      error: row.error,
      createdAt: row.createdAt.toISOString(),
      endedAt: row.endedAt?.toISOString() ?? null,
    })),
    nextCursor,
  };
}
