import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import type { ChatMode } from "@/lib/shared/api";
import type { Database } from "../database/connection.ts";
import { chat, message, run } from "../database/schema.ts";
import { limitLiveRuns } from "../limits/messages.ts";
import { freshClaim, type RunRow } from "../runs/claim.ts";
import { expectIdle } from "./lock-chat.ts";

/** A run that answers something, and the run itself when this is what made it: then somebody has to drive it. */
export type Started = { runId: string; fresh: RunRow | null };

/** Now, or right after the user's latest chat: a clock that is set back does not hide the chat that was used last. */
const latestOf = (userId: string) => sql`greatest(now(), (
  select max(${chat.updatedAt}) + interval '1 microsecond' from ${chat} where ${chat.userId} = ${userId}
))`;

/** The run that a request has led to already, if any. */
export async function runOf(
  transaction: Database,
  chatId: string,
  requestId: string,
): Promise<Started | null> {
  const [answering] = await transaction
    .select({ id: run.id })
    .from(run)
    .where(and(eq(run.requestId, requestId), eq(run.chatId, chatId)));
  return answering ? { runId: answering.id, fresh: null } : null;
}

/** @throws BranchlineError `run_alive` in a chat that is being answered, `too_many_requests` past the user's limit. */
export async function expectRoomForRun(
  transaction: Database,
  userId: string,
  chatId: string,
): Promise<void> {
  await expectIdle(transaction, chatId);
  await limitLiveRuns(transaction, userId);
}

/** Writes a run with the answer that it will fill, and shows the version that ends with it. The chat has to be locked. */
export async function startRun(
  transaction: Database,
  { userId, chatId, requestId, userMessageId, mode, model }: StartRun,
): Promise<Started> {
  const [messageId, runId] = [randomUUID(), randomUUID()];
  await transaction.insert(message).values({
    id: messageId,
    chatId,
    parentId: userMessageId,
    role: "assistant",
    parts: [],
    metadata: { createdAt: new Date().toISOString(), runId },
  });
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
      ...(mode ? { mode } : {}),
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
  mode?: ChatMode | undefined;
  /** The name of one that is offered. */
  model?: string | undefined;
};
