import "server-only";
import { and, eq, getTableColumns, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { ActionState, ActionView } from "@/lib/shared/action";
import { database } from "../database/connection.ts";
import { action, chat, user } from "../database/schema.ts";
import { isAfter, latestFirst, microsecondsOf, pageOf } from "../database/time-cursor.ts";
import { notFound } from "../errors.ts";
import { type ActionRow, isOwnAction, ownAction, viewOf } from "./actions.ts";
import { type AuditFilter, matches } from "./audit-filter.ts";

/** An action with everything that is known of how it came to be and what became of it, besides its result. */
export type AuditRecord = {
  /** Without its result, which may be large; `GET /api/actions/{id}` has it. */
  action: ActionView;
  chat: { id: string; title: string };
  runId: string;
  /** SHA-256 of the canonical JSON of the arguments, hexadecimal. */
  argumentsHash: string;
  /**
   * A person's answer; null where nobody was asked or nobody answered. `allowed`: nobody was asked this time, because of a
   * permission that they had given.
   */
  decision: {
    answer: NonNullable<ActionRow["decision"]>;
    reason: string | null;
    permissionId: string | null;
    by: { id: string; name: string | null } | null;
    /** ISO 8601. */
    at: string | null;
  } | null;
  /** ISO 8601. */
  createdAt: string;
  externalLink: string | null;
};

type AuditPage = { records: AuditRecord[]; nextCursor: string | null };

const pageSize = 200;

const order = { time: action.createdAt, id: action.id };
const decider = alias(user, "decider");

const { result: _result, ...columns } = getTableColumns(action);
const withoutResult = {
  ...columns,
  state: sql<ActionState>`${action.state} - 'result' - 'details'`,
};

type Found = {
  row: Omit<ActionRow, "result">;
  chatTitle: string;
  deciderName: string | null;
};

function recordOf({ row, chatTitle, deciderName }: Found): AuditRecord {
  const { decision, decidedBy } = row;
  return {
    action: viewOf(row),
    chat: { id: row.chatId, title: chatTitle },
    runId: row.runId,
    argumentsHash: row.argumentsHash,
    decision: decision && {
      answer: decision,
      reason: row.decisionReason,
      permissionId: row.permissionId,
      by: decidedBy ? { id: decidedBy, name: deciderName } : null,
      at: row.decidedAt?.toISOString() ?? null,
    },
    createdAt: row.createdAt.toISOString(),
    externalLink: row.externalLink,
  };
}

/**
 * The user's actions that pass a filter, the latest first.
 *
 * @param page.cursor `nextCursor` of the page before
 * @param page.limit how many a page has, 200 if not said
 * @throws BranchlineError `invalid_request` for a cursor of nobody's.
 */
export async function listActions(
  userId: string,
  filter: AuditFilter = { kind: "all" },
  { cursor, limit = pageSize }: { cursor?: string | undefined; limit?: number } = {},
): Promise<AuditPage> {
  const rows = await (await database())
    .select({
      row: withoutResult,
      chatTitle: chat.title,
      deciderName: decider.name,
      id: action.id,
      microseconds: microsecondsOf(action.createdAt),
    })
    .from(action)
    .innerJoin(chat, eq(chat.id, action.chatId))
    .leftJoin(decider, eq(decider.id, action.decidedBy))
    .where(and(matches(userId, filter), cursor ? isAfter(cursor, order) : undefined))
    .orderBy(...latestFirst(order))
    .limit(limit + 1);
  const { page, nextCursor } = pageOf(rows, limit);
  return { records: page.map(recordOf), nextCursor };
}

/** All of the user's actions that pass a filter, page by page: a trail may be longer than memory. */
export async function* everyAction(
  userId: string,
  filter: AuditFilter,
): AsyncGenerator<AuditRecord[], void> {
  let cursor: string | undefined;
  do {
    const { records, nextCursor } = await listActions(userId, filter, { cursor });
    yield records;
    cursor = nextCursor ?? undefined;
  } while (cursor);
}

/** One action with its whole result, also where that was too large for the message. @throws BranchlineError `not_found`. */
export async function readAction(
  userId: string,
  id: string,
): Promise<ActionView & { wholeResult: unknown }> {
  const row = await ownAction(userId, id);
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
    .where(isOwnAction(userId, id));
  if (row?.text == null) throw notFound("result", { kind: "action", id });
  return row.text;
}
