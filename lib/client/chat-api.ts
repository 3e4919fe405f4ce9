import type { ChatPage, ChatShelf, MessagePage, UpdateChat } from "@/lib/shared/api";
import type { ChatUsageTotal } from "@/lib/shared/usage";
import type { Answers } from "./answers";
import { jsonRequest, request, requestJson } from "./request";

/** A chat as the server has it, with its newest messages. `live`: a run is going on. */
export type ChatView = Answers["chat"];

/** All of these throw RequestError. */
export function readChat(chatId: string, signal: AbortSignal): Promise<ChatView> {
  return requestJson(`/api/chats/${chatId}`, "chat", { signal });
}

/** The page of a chat before one of its messages. */
export function readEarlierMessages(
  chatId: string,
  beforeId: string,
  signal: AbortSignal,
): Promise<MessagePage> {
  const path = `/api/chats/${chatId}/messages?before=${encodeURIComponent(beforeId)}`;
  return requestJson(path, "messagePage", { signal });
}

/** Which chats are listed. */
export type ChatFilter = { shelf: ChatShelf } | { project: string };

export function listChats(filter: ChatFilter, cursor?: string): Promise<ChatPage> {
  const parameters = new URLSearchParams({ ...filter, ...(cursor ? { cursor } : {}) });
  return requestJson(`/api/chats?${parameters}`, "chatPage");
}

/** What a chat has used in all. */
export function readChatUsage(chatId: string): Promise<ChatUsageTotal> {
  return requestJson(`/api/chats/${chatId}/usage`, "chatUsage");
}

export async function updateChat(chatId: string, change: UpdateChat): Promise<void> {
  await request(`/api/chats/${chatId}`, jsonRequest("PATCH", change));
}

/** Shows the version of a chat that goes through a message. */
export async function showVersion(chatId: string, messageId: string): Promise<void> {
  await request(`/api/chats/${chatId}/version`, jsonRequest("PUT", { messageId }));
}

export async function deleteChat(chatId: string): Promise<void> {
  await request(`/api/chats/${chatId}`, jsonRequest("DELETE"));
}

/** Takes back a deletion, for as long as the server has not carried it out. */
export async function restoreChat(chatId: string): Promise<void> {
  await request(`/api/chats/${chatId}/restore`, jsonRequest("POST", {}));
}

export async function stopRun(chatId: string): Promise<void> {
  await request(`/api/chats/${chatId}/stop`, jsonRequest("POST", {}));
}
