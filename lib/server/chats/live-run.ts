import "server-only";
import { and, eq } from "drizzle-orm";
import { database } from "../database/connection.ts";
import { chat, run } from "../database/schema.ts";
import { notFound } from "../errors.ts";
import { isAlive } from "../runs/alive.ts";
import { stopRun } from "../runs/stop.ts";
import { isOwnChat } from "./own-chat.ts";

/** The id of the chat's live run, or null. @throws BranchlineError `not_found` for a chat that is not this user's. */
export async function liveRun(userId: string, chatId: string): Promise<string | null> {
  const [row] = await (await database())
    .select({ runId: run.id })
    .from(chat)
    .leftJoin(run, and(eq(run.chatId, chat.id), isAlive))
    .where(isOwnChat(userId, chatId));
  if (!row) throw notFound("chat", { kind: "chat", id: chatId });
  return row.runId;
}

/** Stops the chat's live run, if there is one. @throws BranchlineError `not_found`. */
export async function stopChat(userId: string, chatId: string): Promise<void> {
  const runId = await liveRun(userId, chatId);
  if (runId) await stopRun(runId);
}
