import "server-only";
import type { ChatMessage } from "@/lib/shared/message";
import { readAllMessages } from "../chats/messages.ts";
import { isOwnChat } from "../chats/own-chat.ts";
import { database } from "../database/connection.ts";
import { chat } from "../database/schema.ts";
import { notFound } from "../errors.ts";

/** A chat whole, for a copy of it. @throws BranchlineError `not_found` when it is absent or somebody else's. */
export async function readOwnChat(
  userId: string,
  chatId: string,
): Promise<{ title: string; messages: ChatMessage[] }> {
  const [own] = await (await database())
    .select({ title: chat.title })
    .from(chat)
    .where(isOwnChat(userId, chatId));
  if (!own) throw notFound("chat", { kind: "chat", id: chatId });
  return { title: own.title, messages: await readAllMessages(chatId) };
}
