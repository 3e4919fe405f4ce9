import { z } from "zod";
import {
  type ChatPage,
  type ChatShelf,
  chatModeSchema,
  chatSummarySchema,
  type MessagePage,
  messageVersionsSchema,
  type UpdateChat,
} from "@/lib/shared/api";
import { type ChatMessage, messageMetadataSchema } from "@/lib/shared/message";
import { type ChatUsageTotal, chatUsageSchema } from "@/lib/shared/usage";
import { jsonRequest, request, requestJson } from "./request";

const messageShape = z.object({
  id: z.string(),
  role: z.enum(["user", "assistant", "system"]),
  metadata: messageMetadataSchema.optional(),
  parts: z.array(z.looseObject({ type: z.string() })),
});

const messagePageSchema = z.object({
  messages: z.array(z.custom<ChatMessage>((value) => messageShape.safeParse(value).success)),
  hasEarlier: z.boolean(),
  versions: z.record(z.string(), messageVersionsSchema),
});

const chatSchema = messagePageSchema.extend({
  title: z.string(),
  mode: chatModeSchema,
  live: z.boolean(),
});
/** A chat as the server has it, with its newest messages. `live`: a run is going on. */
export type ChatView = z.infer<typeof chatSchema>;

const chatPageSchema: z.ZodType<ChatPage> = z.object({
  chats: z.array(chatSummarySchema),
  nextCursor: z.string().nullable(),
});

/** All of these throw RequestError. */
export function readChat(chatId: string, signal: AbortSignal): Promise<ChatView> {
  return requestJson(`/api/chats/${chatId}`, chatSchema, { signal });
}

/** The page of a chat before one of its messages. */
export function readEarlierMessages(
  chatId: string,
  beforeId: string,
  signal: AbortSignal,
): Promise<MessagePage> {
  const path = `/api/chats/${chatId}/messages?before=${encodeURIComponent(beforeId)}`;
  return requestJson(path, messagePageSchema, { signal });
}

/** Which chats are listed. */
export type ChatFilter = { shelf: ChatShelf } | { project: string };

export function listChats(filter: ChatFilter, cursor?: string): Promise<ChatPage> {
  const parameters = new URLSearchParams({ ...filter, ...(cursor ? { cursor } : {}) });
  return requestJson(`/api/chats?${parameters}`, chatPageSchema);
}

/** What a chat has used in all. */
export function readChatUsage(chatId: string): Promise<ChatUsageTotal> {
  return requestJson(`/api/chats/${chatId}/usage`, chatUsageSchema);
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
