import "server-only";
import { and, eq, isNotNull, lt, sql } from "drizzle-orm";
import { database } from "../database/connection.ts";
import { chat, run } from "../database/schema.ts";
import { notFound } from "../errors.ts";
import { isAlive } from "../runs/alive.ts";
import { requestStop } from "../runs/stop.ts";
import { isOwnChat } from "./own-chat.ts";

/** Seconds in which a deletion can be taken back: longer than the screen offers it, for a network that is slow. */
const graceSeconds = 30;

/**
 * Deletes a chat: from now on it is absent for everybody, its shares too, and its live run is stopped. It goes for good half a
 * minute later, unless {@link restoreChat} takes that back.
 *
 * @throws BranchlineError `not_found`
 */
export async function deleteChat(userId: string, chatId: string): Promise<void> {
  await (await database()).transaction(async (transaction) => {
    const deleted = await transaction
      .update(chat)
      .set({ deletedAt: sql`now()` })
      .where(isOwnChat(userId, chatId))
      .returning({ id: chat.id });
    if (deleted.length === 0) throw notFound("chat", { kind: "chat", id: chatId });
    // No other can begin: whoever begins one locks the chat first.
    const [alive] = await transaction
      .select({ id: run.id })
      .from(run)
      .where(and(eq(run.chatId, chatId), isAlive));
    if (alive) await requestStop(transaction, alive.id);
  });
}

/**
 * Takes back a deletion: the chat is what it was, its shares too. An answer that was being written stays stopped.
 *
 * @throws BranchlineError `not_found` when it has gone for good
 */
export async function restoreChat(userId: string, chatId: string): Promise<void> {
  const restored = await (await database())
    .update(chat)
    .set({ deletedAt: null })
    .where(and(eq(chat.id, chatId), eq(chat.userId, userId)))
    .returning({ id: chat.id });
  if (restored.length === 0) throw notFound("chat", { kind: "chat", id: chatId });
}

/** Deletes for good, with everything that hangs on them, the chats whose deletion nobody has taken back. */
export async function sweepDeletedChats(grace = graceSeconds): Promise<void> {
  const longAgo = lt(chat.deletedAt, sql`now() - ${grace} * interval '1 second'`);
  await (await database()).delete(chat).where(and(isNotNull(chat.deletedAt), longAgo));
}
