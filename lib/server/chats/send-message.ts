import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, ne, sql } from "drizzle-orm";
import type { SendMessage } from "@/lib/shared/api";
import { database } from "../database/connection.ts";
import { chat, message, run } from "../database/schema.ts";
import { BranchlineError, notFound, notSaved } from "../errors.ts";
import { limitLiveRuns, limitMessages } from "../limits/messages.ts";
import { checkChoice } from "../router/connections/chat-accounts.ts";
import { keepAccounts } from "../router/connections/stored-choices.ts";
import { freshClaim, type RunRow } from "../runs/claim.ts";
import { drive } from "../runs/runner.ts";

const titleLength = 60;

/** The beginning of the first message, on one line. */
function titleFrom(text: string): string {
  const line = text.trim().replace(/\s+/g, " ");
  return line.length <= titleLength ? line : `${line.slice(0, titleLength - 1).trimEnd()}…`;
}

/** Now, or right after the user's latest chat: a clock that is set back does not hide the chat that was used last. */
const latestOf = (userId: string) => sql`greatest(now(), (
  select max(${chat.updatedAt}) + interval '1 microsecond' from ${chat} where ${chat.userId} = ${userId}
))`;

type Stored = { runId: string; fresh: RunRow | null };

/** Stores the message with the run that is to answer it, or finds the run that does already. */
async function store(
  userId: string,
  chatId: string,
  { id, text, mode, accounts }: SendMessage,
): Promise<Stored> {
  await limitMessages(userId);
  if (accounts) await checkChoice(userId, accounts);
  const storage = await database();
  return storage.transaction(async (transaction) => {
    await transaction
      .insert(chat)
      .values({ id: chatId, userId, title: titleFrom(text), ...(mode ? { mode } : {}) })
      .onConflictDoNothing();
    // Two messages to one chat at once go one after the other from here on.
    const [own] = await transaction
      .select({ id: chat.id })
      .from(chat)
      .where(and(eq(chat.id, chatId), eq(chat.userId, userId)))
      .for("update");
    if (!own) throw notFound("chat", { kind: "chat", id: chatId });

    const [answering] = await transaction
      .select({ id: run.id })
      .from(run)
      .where(and(eq(run.userMessageId, id), eq(run.chatId, chatId)));
    if (answering) return { runId: answering.id, fresh: null };

    const [alive] = await transaction
      .select({ id: run.id })
      .from(run)
      .where(and(eq(run.chatId, chatId), ne(run.status, "ended")));
    if (alive)
      throw new BranchlineError("run_alive", "An answer is still being written in this chat.");
    await limitLiveRuns(transaction, userId);

    const stored = await transaction
      .insert(message)
      .values({
        id,
        chatId,
        role: "user",
        parts: [{ type: "text", text }],
        metadata: { createdAt: new Date().toISOString() },
      })
      .onConflictDoNothing()
      .returning({ id: message.id });
    if (stored.length === 0) throw notFound("message", { kind: "message", id });

    const messageId = randomUUID();
    const newRunId = randomUUID();
    await transaction.insert(message).values({
      id: messageId,
      chatId,
      role: "assistant",
      parts: [],
      metadata: { createdAt: new Date().toISOString(), runId: newRunId },
    });
    const [started] = await transaction
      .insert(run)
      .values({ id: newRunId, chatId, userId, userMessageId: id, messageId, ...freshClaim() })
      .returning();
    await transaction
      .update(chat)
      .set({ updatedAt: latestOf(userId), ...(mode ? { mode } : {}) })
      .where(eq(chat.id, chatId));
    if (accounts) await keepAccounts(transaction, { userId, chatId }, accounts);
    return { runId: newRunId, fresh: started ?? null };
  });
}

/**
 * Stores a person's message and starts the run that answers it; the chat is made with its first message. The same message id
 * sent again is the same message: it is stored and answered once.
 *
 * @returns the id of the run whose log holds the answer
 * @throws BranchlineError `not_found` when the chat or the message id is somebody else's, `run_alive` when another answer is
 *   still being written, `too_many_requests` past the user's limits, `not_saved` when the database could not take it: then nothing is asked of a model.
 */
export async function sendMessage(
  userId: string,
  chatId: string,
  sent: SendMessage,
): Promise<string> {
  const { runId, fresh } = await store(userId, chatId, sent).catch((error) => {
    throw notSaved("Your message", error) ?? error;
  });
  if (fresh) void drive(fresh);
  return runId;
}
