import "server-only";
import { type AnyColumn, and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { chat } from "../database/schema.ts";

/** Chats that are this user's. One that was deleted is nobody's, also while that may still be taken back. */
export const isOwned = (userId: string) => and(eq(chat.userId, userId), isNull(chat.deletedAt));

/** {@link isOwned} of one chat. */
export const isOwnChat = (userId: string, chatId: string) =>
  and(eq(chat.id, chatId), isOwned(userId));

/** Of what hangs on a chat: whether the chat is there. One that was deleted has it with it, and brings it back. */
export const isInChat = (chatId: AnyColumn): SQL =>
  sql`exists (select 1 from ${chat} where ${chat.id} = ${chatId} and ${chat.deletedAt} is null)`;
