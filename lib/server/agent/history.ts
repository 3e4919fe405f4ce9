import "server-only";
import { convertToModelMessages, type ModelMessage } from "ai";
import type { ChatMessage, ChatMessagePart } from "@/lib/shared/message";

/** A result of an earlier turn is named, not repeated: the model asked for it once and can ask again. */
function stub(part: ChatMessagePart): ChatMessagePart {
  if (part.type !== "dynamic-tool" || part.state !== "output-available") return part;
  const size = JSON.stringify(part.output ?? null).length;
  return {
    ...part,
    output: `[Result of ${part.toolName}, ${size} characters, from an earlier turn. Call the tool again to see it.]`,
  };
}

/**
 * The prompt for the next step.
 *
 * @param earlier finished messages, oldest first, up to and with the person's latest
 * @param current what this run has written so far
 */
export async function promptMessages(
  earlier: ChatMessage[],
  current: ChatMessage,
): Promise<ModelMessage[]> {
  const stubbed = earlier.map((message) =>
    message.role === "assistant" ? { ...message, parts: message.parts.map(stub) } : message,
  );
  const messages = current.parts.length > 0 ? [...stubbed, current] : stubbed;
  return convertToModelMessages<ChatMessage>(messages, { ignoreIncompleteToolCalls: true });
}
