import "server-only";
import { and, asc, eq, ne } from "drizzle-orm";
import type { ChatMode } from "@/lib/shared/api";
import type { ChatMessage } from "@/lib/shared/message";
import { database } from "../database/connection.ts";
import { chat, message, run } from "../database/schema.ts";
import { notFound } from "../errors.ts";

export type ChatDocument = {
  id: string;
  title: string;
  mode: ChatMode;
  messages: ChatMessage[];
  /** An answer is being written or waits for somebody: `GET …/stream` has it. */
  live: boolean;
};

/** @throws BranchlineError `not_found` when it is absent or somebody else's. */
export async function readChat(userId: string, chatId: string): Promise<ChatDocument> {
  const storage = await database();
  const [own] = await storage
    .select({ id: chat.id, title: chat.title, mode: chat.mode, liveRun: run.id })
    .from(chat)
    .leftJoin(run, and(eq(run.chatId, chat.id), ne(run.status, "ended")))
    .where(and(eq(chat.id, chatId), eq(chat.userId, userId)));
  if (!own) throw notFound("chat");
  const messages = await storage
    .select({
      id: message.id,
      role: message.role,
      parts: message.parts,
      metadata: message.metadata,
    })
    .from(message)
    .where(eq(message.chatId, chatId))
    .orderBy(asc(message.sequence));
  return { id: own.id, title: own.title, mode: own.mode, messages, live: own.liveRun !== null };
}
