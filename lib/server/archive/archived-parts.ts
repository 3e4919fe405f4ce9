import "server-only";
import { randomUUID } from "node:crypto";
import { type ActionView, actionViewSchema, isFinal } from "@/lib/shared/action";
import type { ArchivedPart } from "@/lib/shared/archive";
import type { ChatMessage, ChatMessagePart } from "@/lib/shared/message";

/** An action without what ties it to this installation; one that has not ended leaves as one that never will. */
function archivedAction(action: ActionView): ArchivedPart {
  const { id: _id, toolCallId: _call, index: _index, ...told } = action;
  const state = isFinal(action.state) ? action.state : { status: "cancelled" as const };
  return { type: "action", ...told, state };
}

function archivedPart(part: ChatMessagePart): ArchivedPart | null {
  switch (part.type) {
    case "text":
    case "reasoning":
      return { type: part.type, text: part.text };
    case "data-action": {
      const known = actionViewSchema.safeParse(part.data);
      return known.success ? archivedAction(known.data) : null;
    }
    // Tool traffic is the model's, connections and notices are this installation's.
    default:
      return null;
  }
}

/** What leaves of a message: words, thoughts, and what was done with its result as far as the message has it. */
export function archivedParts(parts: ChatMessage["parts"]): ArchivedPart[] {
  return parts.flatMap((part) => archivedPart(part) ?? []);
}

/** The parts of a message that was brought in, with ids of their own. */
export function broughtParts(parts: readonly ArchivedPart[]): ChatMessage["parts"] {
  return parts.map((part): ChatMessagePart => {
    if (part.type !== "action") return part;
    const { type: _type, ...told } = part;
    const id = randomUUID();
    return { type: "data-action", id, data: { ...told, id, toolCallId: id, index: 0 } };
  });
}
