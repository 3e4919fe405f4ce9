import type { ChatPage } from "@/lib/shared/api";

/** A fresh first page put in front of what was loaded before; chats older than the page stay where they are. */
export function mergeFirstPage(loaded: ChatPage, first: ChatPage): ChatPage {
  const oldest = first.chats.at(-1)?.updatedAt;
  if (first.nextCursor === null || oldest === undefined) return first;
  const fresh = new Set(first.chats.map((chat) => chat.id));
  const older = loaded.chats.filter((chat) => chat.updatedAt <= oldest && !fresh.has(chat.id));
  if (older.length === 0) return first;
  return { chats: [...first.chats, ...older], nextCursor: loaded.nextCursor };
}

/** The next page put behind what was loaded before; a chat that has moved meanwhile is not shown twice. */
export function appendPage(loaded: ChatPage, next: ChatPage): ChatPage {
  const known = new Set(loaded.chats.map((chat) => chat.id));
  const added = next.chats.filter((chat) => !known.has(chat.id));
  return { chats: [...loaded.chats, ...added], nextCursor: next.nextCursor };
}
