import { randomUUID } from "node:crypto";
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
      role: "user",
      parts: [{ type: "text", text: "Hi" }],
      metadata: {},
    },
    { id: messageId, chatId, role: "assistant", parts: [], metadata: { runId: id } },
  ]);
  const [row] = await storage
    .insert(run)
    .values({ id, chatId, userId, userMessageId, messageId, ...freshClaim(), ...change })
    .returning();
  if (!row) throw new Error("The run was not stored.");
  return row;
}
