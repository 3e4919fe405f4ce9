import "server-only";
import { and, asc, desc, eq, lt } from "drizzle-orm";
import type { MessagePage } from "@/lib/shared/api";
import type { ChatMessage } from "@/lib/shared/message";
import { database } from "../database/connection.ts";
import { message } from "../database/schema.ts";

const pageSize = 50;

const shown = {
  id: message.id,
  role: message.role,
  parts: message.parts,
  metadata: message.metadata,
};

/**
 * A page of a chat, its oldest message first: the newest 50, or the 50 before a place in it.
 *
 * @param before sequence number of the message that follows the page
 */
export async function readMessagePage(chatId: string, before?: number): Promise<MessagePage> {
  const newestFirst = await (await database())
    .select(shown)
    .from(message)
    .where(
      and(
        eq(message.chatId, chatId),
        before === undefined ? undefined : lt(message.sequence, before),
      ),
    )
    .orderBy(desc(message.sequence))
    .limit(pageSize + 1);
  return {
    messages: newestFirst.slice(0, pageSize).reverse(),
    hasEarlier: newestFirst.length > pageSize,
  };
}

/** Every message of a chat in order, for a copy of all of it. A screen reads pages. */
export async function readAllMessages(chatId: string): Promise<ChatMessage[]> {
  return (await database())
    .select(shown)
    .from(message)
    .where(eq(message.chatId, chatId))
    .orderBy(asc(message.sequence));
}
