import "server-only";
import { and, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import type { AdminAction, AdminEntry } from "@/lib/shared/admin";
import { identifierSchema } from "@/lib/shared/api";
import { database } from "../database/connection.ts";
import { action, adminEntry, user } from "../database/schema.ts";
import { isAfter, latestFirst, microsecondsOf, pageOf } from "../database/time-cursor.ts";
import { BranchlineError } from "../errors.ts";
import { kindSchema, ofKind } from "../policy/audit-filter.ts";
import { say } from "../say.ts";
import { personColumns } from "./person.ts";

const pageSize = 50;
const actionOrder = { time: action.createdAt, id: action.id };
const entryOrder = { time: adminEntry.createdAt, id: adminEntry.id };
const actor = alias(user, "actor");
const subject = alias(user, "subject");

const filterSchema = z.object({
  userId: identifierSchema.optional(),
  kind: kindSchema.default("all"),
});
export type TrailFilter = z.infer<typeof filterSchema>;

/** @throws BranchlineError `invalid_request` */
export function readTrailFilter(said: { userId?: string | undefined; kind?: string | undefined }) {
  const parsed = filterSchema.safeParse(said);
  if (parsed.success) return parsed.data;
  throw new BranchlineError("invalid_request", say("notValid"));
}

/**
 * What was done in everybody's name, or in one person's, the latest first, 50 a page: which tool, decided how, with what
 * outcome. What was sent and what came back are that person's.
 *
 * @throws BranchlineError `invalid_request` for a cursor of nobody's
 */
export async function listEverybodysActions(
  { userId, kind }: TrailFilter,
  cursor?: string,
): Promise<{ actions: AdminAction[]; nextCursor: string | null }> {
  const rows = await (await database())
    .select({
      id: action.id,
      person: personColumns(user),
      tool: action.tool,
      toolClass: action.toolClass,
      status: action.status,
      decision: action.decision,
      createdAt: action.createdAt,
      microseconds: microsecondsOf(action.createdAt),
    })
    .from(action)
    .innerJoin(user, eq(user.id, action.userId))
    .where(
      and(
        userId ? eq(action.userId, userId) : undefined,
        ofKind(kind),
        cursor ? isAfter(cursor, actionOrder) : undefined,
      ),
    )
    .orderBy(...latestFirst(actionOrder))
    .limit(pageSize + 1);
  const { page, nextCursor } = pageOf(rows, pageSize);
  return {
    actions: page.map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
    })),
    nextCursor,
  };
}

/** What administrators did, the latest first, 50 a page. @throws BranchlineError `invalid_request` for a cursor of nobody's */
export async function listEntries(
  cursor?: string,
): Promise<{ entries: AdminEntry[]; nextCursor: string | null }> {
  const rows = await (await database())
    .select({
      id: adminEntry.id,
      actor: personColumns(actor),
      subject: personColumns(subject),
      change: adminEntry.change,
      createdAt: adminEntry.createdAt,
      microseconds: microsecondsOf(adminEntry.createdAt),
    })
    .from(adminEntry)
    .leftJoin(actor, eq(actor.id, adminEntry.actorId))
    .leftJoin(subject, eq(subject.id, adminEntry.subjectId))
    .where(cursor ? isAfter(cursor, entryOrder) : undefined)
    .orderBy(...latestFirst(entryOrder))
    .limit(pageSize + 1);
  const { page, nextCursor } = pageOf(rows, pageSize);
  return {
    entries: page.map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
    })),
    nextCursor,
  };
}
