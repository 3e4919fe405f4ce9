import type { ChatMessage, ChatMessagePart } from "@/lib/shared/message";

const isToolCall = ({ type }: ChatMessagePart) =>
  type === "dynamic-tool" || type.startsWith("tool-");

/** Messages as a page needs them: what a tool answered is in its actions already, and need not travel a second time. */
export function withoutToolTraffic(messages: ChatMessage[]): ChatMessage[] {
  return messages.map((message) => ({
    ...message,
    parts: message.parts.filter((part) => !isToolCall(part)),
  }));
}
