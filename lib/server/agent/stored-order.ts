import "server-only";
import type { ChatMessage, ChatMessagePart } from "@/lib/shared/message";

/** As the database gives the keys of an object back, whatever their order was: the shorter first. */
const shorterFirst = (one: string, other: string) =>
  one.length - other.length || (one < other ? -1 : 1);

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).toSorted(([one], [other]) => shorterFirst(one, other));
  return Object.fromEntries(entries.map(([key, inner]) => [key, inOrder(inner)]));
}

function partInOrder(part: ChatMessagePart): ChatMessagePart {
  if (part.type !== "dynamic-tool") return part;
  if (part.state === "output-available")
    return { ...part, input: inOrder(part.input), output: inOrder(part.output) };
  return part.state === "output-error" ? { ...part, input: inOrder(part.input) } : part;
}

/**
 * A message whose calls and results have their keys in the order of stored ones. While it is written they have the model's and
 * the router's; a prompt that repeats them in another order later is another prompt to a provider.
 */
export function inStoredOrder(message: ChatMessage): ChatMessage {
  return { ...message, parts: message.parts.map(partInOrder) };
}
