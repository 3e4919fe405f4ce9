import type { MessagePage } from "@/lib/shared/api";
import type { ChatMessage } from "@/lib/shared/message";

/**
 * A chat's newest messages, read again, with those before them that were loaded already. `joined` is false when the two do
 * not meet: what was loaded is left out then, because messages between would be missing.
 */
export function mergeNewest(
  loaded: readonly ChatMessage[],
  newest: Pick<MessagePage, "messages" | "hasEarlier">,
): { messages: ChatMessage[]; joined: boolean } {
  const [first] = newest.messages;
  const place = first ? loaded.findIndex((message) => message.id === first.id) : -1;
  return place < 0 || !newest.hasEarlier
    ? { messages: newest.messages, joined: false }
    : { messages: [...loaded.slice(0, place), ...newest.messages], joined: true };
}
