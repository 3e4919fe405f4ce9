import "server-only";
import { and, asc, eq, inArray, ne, sql } from "drizzle-orm";
import type { MessageVersions } from "@/lib/shared/api";
import { database } from "../database/connection.ts";
import { action, chat, message, run } from "../database/schema.ts";
import { notFound } from "../errors.ts";
import { expectIdle, lockChat } from "./lock-chat.ts";
import { depthOf, latestBelow } from "./path.ts";

/** Changes that were carried out, or may have been. */
export const reallyChanged = and(
  ne(action.toolClass, "read"),
  inArray(action.status, ["running", "succeeded", "unknown"]),
);

/** Those of some messages after which, in any of the versions that begin with them, something was really changed. */
async function changedBelow(chatId: string, ids: readonly string[]): Promise<Set<string>> {
  const storage = await database();
  const changed = await storage
    .selectDistinct({ id: run.messageId })
    .from(action)
    .innerJoin(run, eq(run.id, action.runId))
    .where(and(eq(action.chatId, chatId), reallyChanged));
  if (changed.length === 0) return new Set();
  const { rows } = await storage.execute<{ root: string }>(sql`
    with recursive below(root, id) as (
      select id, id from ${message} where ${inArray(message.id, [...ids])}
      union all
      select below.root, next.id
      from below join ${message} next on next.chat_id = ${chatId} and next.parent_id = below.id
    )
    select distinct root from below where ${inArray(
      sql`id`,
      changed.map(({ id }) => id),
    )}`);
  return new Set(rows.map(({ root }) => root));
}

/**
 * Which of some messages there are several versions of, and which.
 *
 * @param ids of messages of one version of the chat
 */
export async function readVersions(
  chatId: string,
  ids: readonly string[],
): Promise<Record<string, MessageVersions>> {
  if (ids.length === 0) return {};
  const storage = await database();
  // As an array, looked up one by one: joined, all messages of the chat would be read.
  const parents = sql`array(select ${message.parentId} from ${message} where ${inArray(message.id, [...ids])})`;
  const siblings = await storage
    .select({ id: message.id, parentId: message.parentId })
    .from(message)
    .where(and(eq(message.chatId, chatId), sql`${message.parentId} = any(${parents})`))
    .orderBy(asc(message.sequence));
  const groups = [...Map.groupBy(siblings, ({ parentId }) => parentId).values()].filter(
    (group) => group.length > 1,
  );
  if (groups.length === 0) return {};
  const others = groups.flat().filter(({ id }) => !ids.includes(id));
  const changed = await changedBelow(
    chatId,
    others.map(({ id }) => id),
  );
  return Object.fromEntries(
    groups.flatMap((group) => {
      const versions = group.map(({ id }) => id);
      const shown = versions.find((id) => ids.includes(id));
      return shown
        ? [[shown, { ids: versions, changed: versions.filter((id) => changed.has(id)) }]]
        : [];
    }),
  );
}

/**
 * Shows the version of a chat that goes through a message, to where it was written on last. When the version that is shown does,
 * it stays.
 *
 * @throws BranchlineError `not_found`, `run_alive` while an answer is being written: nobody would see it end.
 */
export async function showVersion(
  userId: string,
  chatId: string,
  messageId: string,
): Promise<void> {
  await (await database()).transaction(async (transaction) => {
    await lockChat(transaction, userId, chatId);
    const shown = await transaction.execute<{ depth: number }>(depthOf(chatId, messageId));
    if (shown.rows.length > 0) return;
    await expectIdle(transaction, chatId);
    const { rows } = await transaction.execute<{ id: string }>(latestBelow(chatId, messageId));
    const [end] = rows;
    if (!end) throw notFound("message", { kind: "message", id: messageId });
    await transaction.update(chat).set({ headId: end.id }).where(eq(chat.id, chatId));
  });
}
