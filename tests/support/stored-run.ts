import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { database } from "@/lib/server/database/connection";
import { chat, message, run } from "@/lib/server/database/schema";
import { freshClaim, type RunRow } from "@/lib/server/runs/claim";

/** A run as it stands in the database right after its message was sent, driven by nobody yet. */
export async function storeRun(userId: string, change: Partial<RunRow> = {}): Promise<RunRow> {
  const storage = await database();
  const chatId = change.chatId ?? randomUUID();
  const [id, messageId, userMessageId] = [randomUUID(), randomUUID(), randomUUID()];
  await storage.insert(chat).values({ id: chatId, userId, title: "Test" }).onConflictDoNothing();
  await storage.insert(message).values([
    {
      id: userMessageId,
      chatId,
      parentId: chatId,
      role: "user",
      parts: [{ type: "text", text: "Hi" }],
      metadata: {},
    },
    {
      id: messageId,
      chatId,
      parentId: userMessageId,
      role: "assistant",
      parts: [],
      metadata: { runId: id },
    },
  ]);
  await storage.update(chat).set({ headId: messageId }).where(eq(chat.id, chatId));
  const [row] = await storage
    .insert(run)
    .values({
      id,
      chatId,
      userId,
      requestId: id,
      userMessageId,
      messageId,
      ...freshClaim(),
      ...change,
    })
    .returning();
  if (!row) throw new Error("The run was not stored.");
  return row;
}
