import "server-only";
import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import type { ChatMode } from "@/lib/shared/api";
import type { ChatMessagePart } from "@/lib/shared/message";
import type { Database } from "../database/connection.ts";
import { chat, message, run } from "../database/schema.ts";
import { notFound } from "../errors.ts";
import { limitLiveRuns } from "../limits/messages.ts";
import { freshClaim, type RunRow } from "../runs/claim.ts";

/** A run that answers something, and the run itself when this is what made it: then somebody has to drive it. */
export type Started = { runId: string; fresh: RunRow | null };

/** Now, or right after the user's latest chat: a clock that is set back does not hide the chat that was used last. */
const latestOf = (userId: string) => sql`greatest(now(), (
  select max(${chat.updatedAt}) + interval '1 microsecond' from ${chat} where ${chat.userId} = ${userId}
))`;

/**
 * Writes a run with the answer that it will fill, and shows the version that ends with it. The chat has to be locked.
 *
 * @throws BranchlineError `too_many_requests` past the user's limit, `not_found` when the id of `asked` is another message's
 */
export async function startRun(
  transaction: Database,
  { userId, chatId, requestId, userMessageId, asked, mode, model }: StartRun,
): Promise<Started> {
  await limitLiveRuns(transaction, userId);
  const [messageId, runId] = [randomUUID(), randomUUID()];
  const createdAt = new Date().toISOString();
  const answer = {
    id: messageId,
    chatId,
    parentId: userMessageId,
    role: "assistant" as const,
    parts: [],
    metadata: { createdAt, runId },
  };
  const question = asked && {
    ...asked,
    id: userMessageId,
    chatId,
    role: "user" as const,
    metadata: { createdAt },
  };
  const stored = await transaction
    .insert(message)
    .values(question ? [question, answer] : [answer])
    .onConflictDoNothing()
    .returning({ id: message.id });
  if (question && stored.length < 2)
    throw notFound("message", { kind: "message", id: userMessageId });
  const ids = { id: runId, chatId, userId, requestId, userMessageId, messageId };
  const [started] = await transaction
    .insert(run)
    .values({ ...ids, ...freshClaim() })
    .returning();
  await transaction
    .update(chat)
    .set({
      headId: messageId,
      updatedAt: latestOf(userId),
      ...(mode ? { mode } : {}),
      ...(model ? { model } : {}),
      // What is written in is no longer out of sight.
      shelf: sql`case ${chat.shelf} when 'archived' then 'list' else ${chat.shelf} end`,
    })
    .where(eq(chat.id, chatId));
  return { runId, fresh: started ?? null };
}

type StartRun = {
  userId: string;
  chatId: string;
  /** Of the message, or of the wish for another answer. */
  requestId: string;
  userMessageId: string;
  /** The person's message, when it is stored with the run. */
  asked?: { parentId: string; parts: ChatMessagePart[] };
  mode?: ChatMode | undefined;
  /** The name of one that is offered. */
  model?: string | undefined;
};
