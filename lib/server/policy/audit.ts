import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import type { ActionView } from "@/lib/shared/action";
import { database } from "../database/connection.ts";
import { action } from "../database/schema.ts";
import { notFound } from "../errors.ts";
import { type ActionRow, viewOf } from "./actions.ts";

const pageSize = 200;

/** A row of the audit trail, as `GET /api/actions` lists it. */
export type AuditEntry = {
  id: string;
  chatId: string;
  runId: string;
  tool: string;
  toolClass: ActionRow["toolClass"];
  account: string | null;
  arguments: Record<string, unknown>;
  argumentsHash: string;
  status: ActionRow["status"];
  decision: ActionRow["decision"];
  decidedBy: string | null;
  /** ISO 8601. */
  decidedAt: string | null;
  createdAt: string;
  finishedAt: string | null;
  externalLink: string | null;
};

function entryOf(row: ActionRow): AuditEntry {
  return {
    id: row.id,
    chatId: row.chatId,
    runId: row.runId,
    tool: row.tool,
    toolClass: row.toolClass,
    account: row.accountName,
    arguments: row.arguments,
    argumentsHash: row.argumentsHash,
    status: row.status,
    decision: row.decision,
    decidedBy: row.decidedBy,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    externalLink: row.externalLink,
  };
}

/** The user's last 200 actions, the newest first; those of one chat when it is named. */
export async function listActions(userId: string, chatId?: string): Promise<AuditEntry[]> {
  const rows = await (await database())
    .select()
    .from(action)
    .where(and(eq(action.userId, userId), chatId ? eq(action.chatId, chatId) : undefined))
    .orderBy(desc(action.createdAt))
    .limit(pageSize);
  return rows.map(entryOf);
}

/** One action with its whole result, also where that was too large for the message. @throws BranchlineError `not_found`. */
export async function readAction(
  userId: string,
  id: string,
): Promise<ActionView & { wholeResult: unknown }> {
  const [row] = await (await database())
    .select()
    .from(action)
    .where(and(eq(action.id, id), eq(action.userId, userId)));
  if (!row) throw notFound("action");
  return { ...viewOf(row), wholeResult: row.result };
}

/**
 * The whole result of an action as text to read: JSON with a line for every value, or the text that it is. Made by the database,
 * because a result may have many megabytes.
 *
 * @throws BranchlineError `not_found`, also when the action brought nothing.
 */
export async function readResultText(userId: string, id: string): Promise<string> {
  const [row] = await (await database())
    .select({
      text: sql<string | null>`case jsonb_typeof(${action.result})
        when 'string' then ${action.result} #>> '{}'
        else jsonb_pretty(${action.result}) end`,
    })
    .from(action)
    .where(and(eq(action.id, id), eq(action.userId, userId)));
  if (row?.text == null) throw notFound("result");
  return row.text;
}
