import type { ChatMessage } from "./message";

/** The words of a message, without what was done between them; paragraphs apart. */
export function textOf({ parts }: Pick<ChatMessage, "parts">): string {
  return parts.flatMap((part) => (part.type === "text" ? part.text : [])).join("\n\n");
}
