import type { ChatMessage } from "@/lib/shared/message";

function weight({ parts }: ChatMessage): number {
  return parts.reduce((sum, part) => {
    if (part.type === "text" || part.type === "reasoning") return sum + 1 + part.text.length;
    // Only what is seen counts: the server leaves tool calls out of the copy a page starts with.
    return part.type.startsWith("data-") ? sum + 1 : sum;
  }, 0);
}

/**
 * A stream that is told again rebuilds its message from nothing. While it does, the copy already on screen is kept, so
 * that nothing collapses under the reader; the replay always catches up with it, because it is the same log.
 */
export function fullerMessages(shown: ChatMessage[], next: ChatMessage[]): ChatMessage[] {
  const before = shown.at(-1);
  const after = next.at(-1);
  const replayed = before !== undefined && after !== undefined && before.id === after.id;
  return replayed && weight(after) < weight(before) ? shown : next;
}
