import "server-only";
import { and, eq, ne } from "drizzle-orm";
import type { Database } from "../database/connection.ts";
import { chat, run } from "../database/schema.ts";
import { BranchlineError, notFound } from "../errors.ts";
import { say } from "../say.ts";
import { isOwnChat } from "./own-chat.ts";

/**
 * Locks a chat: whatever else wants an answer in it, or another version of it, goes after this transaction.
 *
 * @returns the last message of the version that is shown, or the chat while there is none: what a next one comes after
 * @throws BranchlineError `not_found` when it is absent or somebody else's
 */
export async function lockChat(
  transaction: Database,
  userId: string,
  chatId: string,
): Promise<string> {
  const [own] = await transaction
    .select({ headId: chat.headId })
    .from(chat)
    .where(isOwnChat(userId, chatId))
    .for("update");
  if (!own) throw notFound("chat", { kind: "chat", id: chatId });
  return own.headId ?? chatId;
}

/** @throws BranchlineError `run_alive` in a chat that is being answered. */
export async function expectIdle(transaction: Database, chatId: string): Promise<void> {
  const [alive] = await transaction
    .select({ id: run.id })
    .from(run)
    .where(and(eq(run.chatId, chatId), ne(run.status, "ended")));
  if (alive) throw new BranchlineError("run_alive", say("answerBeingWritten"));
}
