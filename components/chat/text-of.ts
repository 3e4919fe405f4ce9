import type { ChatMessage } from "@/lib/shared/message";

/** The words of a message, without what was done between them; paragraphs apart. */
export function textOf({ parts }: ChatMessage): string {
  return parts.flatMap((part) => (part.type === "text" ? part.text : [])).join("\n\n");
}
