import "server-only";
import { asc, eq } from "drizzle-orm";
import { type ArchivedChat, archivedChatSchema } from "@/lib/shared/archive";
import { isOwnChat, isOwned } from "../chats/own-chat.ts";
import { database } from "../database/connection.ts";
import { chat, message, project } from "../database/schema.ts";
import { notFound } from "../errors.ts";
import { archivedParts } from "./archived-parts.ts";
import { leavingFiles } from "./leaving-files.ts";

/**
 * A chat of the user's with all its versions, as it may leave this installation.
 *
 * @throws BranchlineError `not_found` when it is absent or somebody else's.
 */
export async function exportChat(userId: string, chatId: string): Promise<ArchivedChat> {
  const storage = await database();
  const [found] = await storage
    .select({ chat, project: project.name })
    .from(chat)
    .leftJoin(project, eq(project.id, chat.projectId))
    .where(isOwnChat(userId, chatId));
  if (!found) throw notFound("chat", { kind: "chat", id: chatId });
  const own = found.chat;
  const rows = await storage
    .select()
    .from(message)
    .where(eq(message.chatId, chatId))
    .orderBy(asc(message.sequence));
  const files = await leavingFiles(userId, rows);
  const numbers = new Map(rows.map(({ id }, index) => [id, index + 1]));
  return archivedChatSchema.parse({
    format: "branchline.chat",
    version: 1,
    title: own.title,
    mode: own.mode,
    shelf: own.shelf,
    project: found.project ?? undefined,
    createdAt: own.createdAt.toISOString(),
    updatedAt: own.updatedAt.toISOString(),
    shown: own.headId ? numbers.get(own.headId) : 0,
    messages: rows.map(({ parentId, role, metadata, parts }) => ({
      after: numbers.get(parentId) ?? 0,
      role,
      createdAt: metadata.createdAt,
      outcome: metadata.outcome,
      parts: archivedParts(parts, files),
    })),
  });
}

/** All chats of the user's, one after the other, the oldest first. */
export async function* exportChats(userId: string): AsyncGenerator<ArchivedChat, void> {
  const ids = await (await database())
    .select({ id: chat.id })
    .from(chat)
    .where(isOwned(userId))
    .orderBy(asc(chat.createdAt), asc(chat.id));
  for (const { id } of ids) yield await exportChat(userId, id);
}
