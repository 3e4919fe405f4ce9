import "server-only";
import { and, eq, or } from "drizzle-orm";
import type { Database } from "../database/connection.ts";
import { chat, run } from "../database/schema.ts";
import { BranchlineError, notFound } from "../errors.ts";
import { isAlive } from "../runs/alive.ts";
import { say } from "../say.ts";
import { isOwnChat } from "./own-chat.ts";

/** Of a chat, the last message of the version that is shown, or the chat while there is none: what a next one comes after. */
export type Head = string;

/** {@link lockChat} for a chat that need not be there: null when it is absent or somebody else's. */
export async function lockIfThere(
  transaction: Database,
  userId: string,
  chatId: string,
): Promise<Head | null> {
  const [own] = await transaction
    .select({ headId: chat.headId })
    .from(chat)
    .where(isOwnChat(userId, chatId))
    .for("update");
  return own ? (own.headId ?? chatId) : null;
}

/**
 * Locks a chat: whatever else wants an answer in it, or another version of it, goes after this transaction.
 *
 * @throws BranchlineError `not_found` when it is absent or somebody else's
 */
export async function lockChat(
  transaction: Database,
  userId: string,
  chatId: string,
): Promise<Head> {
  const head = await lockIfThere(transaction, userId, chatId);
  if (head === null) throw notFound("chat", { kind: "chat", id: chatId });
  return head;
}

const beingAnswered = () => new BranchlineError("run_alive", say("answerBeingWritten"));

/** @throws BranchlineError `run_alive` in a chat that is being answered. */
export async function expectIdle(transaction: Database, chatId: string): Promise<void> {
  const [alive] = await transaction
    .select({ id: run.id })
    .from(run)
    .where(and(eq(run.chatId, chatId), isAlive));
  if (alive) throw beingAnswered();
}

/**
 * The run that a request has led to already, or null when one can begin. The chat has to be locked.
 *
 * @throws BranchlineError `run_alive` in a chat that is being answered.
 */
export async function runOfRequest(
  transaction: Database,
  chatId: string,
  requestId: string,
): Promise<string | null> {
  const runs = await transaction
    .select({ id: run.id, requestId: run.requestId })
    .from(run)
    .where(and(eq(run.chatId, chatId), or(eq(run.requestId, requestId), isAlive)));
  const answering = runs.find((one) => one.requestId === requestId);
  if (answering) return answering.id;
  if (runs.length > 0) throw beingAnswered();
  return null;
}
