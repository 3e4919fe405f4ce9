import type { ChatMessage } from "@/lib/shared/message";

function weight(message: ChatMessage): number {
  return message.parts.reduce(
    (sum, part) =>
      sum + 1 + (part.type === "text" || part.type === "reasoning" ? part.text.length : 0),
    0,
  );
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
