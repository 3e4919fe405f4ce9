import "server-only";
import { and, eq, ne } from "drizzle-orm";
import { database } from "../database/connection.ts";
import { chat, run } from "../database/schema.ts";
import { notFound } from "../errors.ts";
import { stopRun } from "../runs/stop.ts";

/** Deletes a chat with everything that hangs on it; a live run is stopped first. @throws BranchlineError `not_found`. */
export async function deleteChat(userId: string, chatId: string): Promise<void> {
  const storage = await database();
  const own = and(eq(chat.id, chatId), eq(chat.userId, userId));
  const [alive] = await storage
    .select({ id: run.id })
    .from(run)
    .innerJoin(chat, eq(chat.id, run.chatId))
    .where(and(own, ne(run.status, "ended")));
  if (alive) await stopRun(alive.id);
  const deleted = await storage.delete(chat).where(own).returning({ id: chat.id });
  if (deleted.length === 0) throw notFound("chat", { kind: "chat", id: chatId });
}
