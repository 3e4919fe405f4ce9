import type { z } from "zod";
import { actionViewSchema } from "./action";
import { attachmentSchema } from "./attachment";
import { connectionViewSchema } from "./connection";
import type { ChatMessage } from "./message";
import { noticeViewSchema } from "./notice";

const shapes: Record<string, z.ZodType> = {
  "data-action": actionViewSchema,
  "data-attachment": attachmentSchema,
  "data-connection": connectionViewSchema,
  "data-notice": noticeViewSchema,
};

type Unreadable = { type: "data-unreadable"; id?: string; data: { type: string } };

/**
 * A part of a message, or the chunk of a stream that brings one, as code may rely on it. What was written by another version, and
 * has another shape than its kind has here, becomes one that only tells of its kind.
 */
export function readable<Part extends { type: string }>(part: Part): Part | Unreadable {
  const shape = Object.hasOwn(shapes, part.type) ? shapes[part.type] : undefined;
  const data = "data" in part ? part.data : undefined;
  if (!shape || shape.safeParse(data).success) return part;
  const id = "id" in part && typeof part.id === "string" ? { id: part.id } : {};
  return { type: "data-unreadable", ...id, data: { type: part.type } };
}

/** The same of all parts of a message. */
export const readableMessage = (message: ChatMessage): ChatMessage => ({
  ...message,
  parts: message.parts.map((part) => readable(part)),
});
