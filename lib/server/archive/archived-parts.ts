import "server-only";
import { randomUUID } from "node:crypto";
import { type ActionView, actionViewSchema, isFinal } from "@/lib/shared/action";
import type { ArchivedPart } from "@/lib/shared/archive";
import { type Attachment, attachmentSchema } from "@/lib/shared/attachment";
import type { ChatMessage, ChatMessagePart } from "@/lib/shared/message";

/** An action without what ties it to this installation; one that has not ended leaves as one that never will. */
function archivedAction(action: ActionView): ArchivedPart {
  const { id: _id, toolCallId: _call, index: _index, ...told } = action;
  const state = isFinal(action.state) ? action.state : { status: "cancelled" as const };
  return { type: "action", ...told, state };
}

/** The files that leave with a chat, by id, in Base64. */
export type LeavingFiles = ReadonlyMap<string, string>;

function archivedFile({ id, kind, name, size }: Attachment, files: LeavingFiles): ArchivedPart {
  const content = files.get(id);
  if (content !== undefined) return { type: "attachment", name, content };
  const what = kind === "image" ? "picture" : "text";
  return {
    type: "text",
    text: `[The ${what} “${name}” of ${size} bytes is not part of this copy: its files were too large together.]`,
  };
}

function archivedPart(part: ChatMessagePart, files: LeavingFiles): ArchivedPart | null {
  switch (part.type) {
    case "text":
    case "reasoning":
      return { type: part.type, text: part.text };
    case "data-action": {
      const known = actionViewSchema.safeParse(part.data);
      return known.success ? archivedAction(known.data) : null;
    }
    case "data-attachment": {
      const known = attachmentSchema.safeParse(part.data);
      return known.success ? archivedFile(known.data, files) : null;
    }
    // Tool traffic is the model's, connections and notices are this installation's.
    default:
      return null;
  }
}

/** What leaves of a message: words, thoughts, files, and what was done with its result as far as the message has it. */
export function archivedParts(parts: ChatMessage["parts"], files: LeavingFiles): ArchivedPart[] {
  return parts.flatMap((part) => archivedPart(part, files) ?? []);
}

type BringFile = (file: Extract<ArchivedPart, { type: "attachment" }>) => Attachment;

function broughtPart(part: ArchivedPart, bringFile: BringFile): ChatMessagePart {
  switch (part.type) {
    case "text":
    case "reasoning":
      return part;
    case "attachment": {
      const data = bringFile(part);
      return { type: "data-attachment", id: data.id, data };
    }
    case "action": {
      const { type: _type, ...told } = part;
      const id = randomUUID();
      return { type: "data-action", id, data: { ...told, id, toolCallId: id, index: 0 } };
    }
  }
}

/**
 * The parts of a message that was brought in, with ids of their own.
 *
 * @param bringFile keeps a file under an id that it makes up
 */
export function broughtParts(
  parts: readonly ArchivedPart[],
  bringFile: BringFile,
): ChatMessage["parts"] {
  return parts.map((part) => broughtPart(part, bringFile));
}
