import "server-only";
import { and, eq } from "drizzle-orm";
import type { ChatMode } from "@/lib/shared/api";
import { database } from "../database/connection.ts";
import { chat } from "../database/schema.ts";
import { notFound } from "../errors.ts";

/** Renames a chat or switches its mode. @throws BranchlineError `not_found`. */
export async function updateChat(
  userId: string,
  chatId: string,
  change: { title?: string | undefined; mode?: ChatMode | undefined },
): Promise<void> {
  const own = and(eq(chat.id, chatId), eq(chat.userId, userId));
  const storage = await database();
  const found =
    change.title === undefined && change.mode === undefined
      ? await storage.select({ id: chat.id }).from(chat).where(own)
      : await storage.update(chat).set(change).where(own).returning({ id: chat.id });
  if (found.length === 0) throw notFound("chat", { kind: "chat", id: chatId });
}
