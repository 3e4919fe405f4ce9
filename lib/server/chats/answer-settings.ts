import "server-only";
import { and, eq } from "drizzle-orm";
import { modelFor } from "../agent/models.ts";
import { database } from "../database/connection.ts";
import { chat, project } from "../database/schema.ts";

export type AnswerSettings = {
  model: string;
  /** The choice that was forgotten, or null. */
  withdrawn: string | null;
  /** What the chat's person wants in all chats of its project; null where they say nothing. */
  wishes: string | null;
};

/**
 * What a chat that is about to be answered is answered by. A model that was chosen and is not offered any more is forgotten, so
 * that its person is told once.
 */
export async function settleAnswer(chatId: string): Promise<AnswerSettings> {
  const storage = await database();
  const [found] = await storage
    .select({ chosen: chat.model, instructions: project.instructions })
    .from(chat)
    .leftJoin(project, and(eq(project.id, chat.projectId), eq(project.userId, chat.userId)))
    .where(eq(chat.id, chatId));
  const chosen = found?.chosen ?? null;
  const wishes = found?.instructions?.trim() || null;
  const model = await modelFor(chosen);
  if (chosen === null || chosen === model) return { model, withdrawn: null, wishes };
  await storage
    .update(chat)
    .set({ model: null })
    .where(and(eq(chat.id, chatId), eq(chat.model, chosen)));
  return { model, withdrawn: chosen, wishes };
}
