import "server-only";
import { and, eq } from "drizzle-orm";
import { database } from "../database/connection.ts";
import { chat, project } from "../database/schema.ts";

/** What a chat's person wants in all chats of its project; null where they say nothing. */
export async function projectWishes(chatId: string): Promise<string | null> {
  const [own] = await (await database())
    .select({ instructions: project.instructions })
    .from(chat)
    .innerJoin(project, and(eq(project.id, chat.projectId), eq(project.userId, chat.userId)))
    .where(eq(chat.id, chatId));
  return own?.instructions.trim() || null;
}
