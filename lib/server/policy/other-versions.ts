import "server-only";
import { and, asc, eq, ne, sql } from "drizzle-orm";
import { pathUp } from "../chats/path.ts";
import { reallyChanged } from "../chats/versions.ts";
import { database } from "../database/connection.ts";
import { action, run } from "../database/schema.ts";
import type { ActionRow } from "./actions.ts";

/** A change that was carried out, or may have been. */
export type OtherChange = Pick<
  ActionRow,
  "tool" | "account" | "arguments" | "originalArguments" | "status"
>;

/** What was really changed in versions of the chat that the one which a run writes is not part of, the oldest first. */
export async function changesInOtherVersions({
  chatId,
  runId,
}: {
  chatId: string;
  runId: string;
}): Promise<OtherChange[]> {
  const storage = await database();
  const changes = await storage
    .select({
      messageId: run.messageId,
      tool: action.tool,
      account: action.account,
      arguments: action.arguments,
      originalArguments: action.originalArguments,
      status: action.status,
    })
    .from(action)
    .innerJoin(run, eq(run.id, action.runId))
    .where(and(eq(action.chatId, chatId), ne(action.runId, runId), reallyChanged))
    .orderBy(asc(action.sequence));
  if (changes.length === 0) return [];
  const path = pathUp(sql`select ${run.messageId} from ${run} where ${run.id} = ${runId}`);
  const { rows } = await storage.execute<{ id: string }>(sql`select id from ${path.table}`);
  const inThisOne = new Set(rows.map(({ id }) => id));
  return changes
    .filter(({ messageId }) => !inThisOne.has(messageId))
    .map(({ messageId: _messageId, ...change }) => change);
}
