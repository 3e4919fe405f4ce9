import "server-only";
import { randomUUID } from "node:crypto";
import { and, desc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { PermissionScope } from "@/lib/shared/action";
import type { PermissionSummary } from "@/lib/shared/api";
import { isInChat } from "../chats/own-chat.ts";
import { type Database, database } from "../database/connection.ts";
import { chat, permission, toolPin } from "../database/schema.ts";
import { notFound } from "../errors.ts";
import { toolSource } from "../router/tool-pins/pin-tools.ts";

/** What lets an action run unasked. */
export type Permission = { id: string; scope: PermissionScope };

type Tool = { tool: string; toolkit: string };

/** Somebody accepted the tool as something else after the person had allowed it: that is another tool. */
const changedSince = () =>
  sql<boolean>`exists (
    select 1 from ${toolPin}
    where ${toolPin.source} = ${toolSource()} and ${toolPin.name} = ${permission.tool}
      and ${toolPin.acceptedAt} > ${permission.createdAt})`;

/**
 * What a user has allowed for these tools in a chat, by tool. Held until the transaction ends: whoever takes one back at the
 * same moment does so before it is read, or after everything that it decided is written.
 */
export async function permissionsFor(
  transaction: Database,
  { userId, chatId }: { userId: string; chatId: string },
  tools: readonly string[],
): Promise<Map<string, Permission>> {
  if (tools.length === 0) return new Map();
  const rows = await transaction
    .select({ id: permission.id, tool: permission.tool, chatId: permission.chatId })
    .from(permission)
    .where(
      and(
        eq(permission.userId, userId),
        inArray(permission.tool, [...tools]),
        or(isNull(permission.chatId), eq(permission.chatId, chatId)),
        sql`not ${changedSince()}`,
      ),
    )
    .for("share", { of: permission });
  const found = new Map<string, Permission>();
  for (const row of rows) {
    // The narrower one is what a person thinks of first when they see that it counted.
    if (row.chatId === null && found.has(row.tool)) continue;
    found.set(row.tool, { id: row.id, scope: row.chatId === null ? "always" : "chat" });
  }
  return found;
}

/** Whether a permission still stands; held like those of {@link permissionsFor}. */
export async function stillAllowed(transaction: Database, id: string): Promise<boolean> {
  const rows = await transaction
    .select({ id: permission.id })
    .from(permission)
    .where(eq(permission.id, id))
    .for("share");
  return rows.length > 0;
}

/** Allows tools as they are now, once each however often they are allowed. @param chatId null for all chats */
export async function allowTools(
  transaction: Database,
  userId: string,
  chatId: string | null,
  tools: readonly Tool[],
): Promise<void> {
  if (tools.length === 0) return;
  const rows = tools.map(({ tool, toolkit }) => ({
    id: randomUUID(),
    userId,
    chatId,
    tool,
    toolkit,
  }));
  await transaction
    .insert(permission)
    .values(rows)
    .onConflictDoUpdate({
      target: [permission.userId, permission.chatId, permission.tool],
      set: { createdAt: sql`now()` },
    });
}

/** Those of a chat that was deleted wait with it. */
const isStanding = or(isNull(permission.chatId), isInChat(permission.chatId));

/** What a user has allowed and not taken back, the latest first. */
export async function listPermissions(userId: string): Promise<PermissionSummary[]> {
  const rows = await (await database())
    .select({ permission, title: chat.title })
    .from(permission)
    .leftJoin(chat, eq(chat.id, permission.chatId))
    .where(and(eq(permission.userId, userId), isStanding))
    .orderBy(desc(permission.createdAt), permission.tool);
  return rows.map(({ permission: { id, tool, toolkit, chatId, createdAt }, title }) => ({
    id,
    tool,
    toolkit,
    chat: chatId === null ? null : { id: chatId, title: title ?? "" },
    createdAt: createdAt.toISOString(),
  }));
}

/** Takes a permission back: nothing that has not begun yet runs by it. @throws BranchlineError `not_found`. */
export async function takeBackPermission(userId: string, id: string): Promise<void> {
  const taken = await (await database())
    .delete(permission)
    .where(and(eq(permission.id, id), eq(permission.userId, userId), isStanding))
    .returning({ id: permission.id });
  if (taken.length === 0) throw notFound("permission", { kind: "permission", id });
}
