import "server-only";
import { and, eq } from "drizzle-orm";
import { modelFor } from "../agent/models.ts";
import { database } from "../database/connection.ts";
import { chat } from "../database/schema.ts";

/**
 * The model for a chat that is about to be answered. One that was chosen and is not offered any more is forgotten, so that its
 * person is told once.
 *
 * @returns `withdrawn` is the choice that was forgotten, or null
 */
export async function settleModel(
  chatId: string,
): Promise<{ model: string; withdrawn: string | null }> {
  const storage = await database();
  const [found] = await storage
    .select({ chosen: chat.model })
    .from(chat)
    .where(eq(chat.id, chatId));
  const chosen = found?.chosen ?? null;
  const model = await modelFor(chosen);
  if (chosen === null || chosen === model) return { model, withdrawn: null };
  await storage
    .update(chat)
    .set({ model: null })
    .where(and(eq(chat.id, chatId), eq(chat.model, chosen)));
  return { model, withdrawn: chosen };
}
