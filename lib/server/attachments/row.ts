import "server-only";
import { type Attachment, attachmentSchema } from "@/lib/shared/attachment";
import { attachment } from "../database/schema.ts";

/** What is known of an attachment beside its content: only who reads it reads that. */
export const described = {
  id: attachment.id,
  name: attachment.name,
  kind: attachment.kind,
  mediaType: attachment.mediaType,
  width: attachment.width,
  height: attachment.height,
  size: attachment.size,
};

/** A row as the screen and the messages have it. */
export const viewOf = (row: object): Attachment => attachmentSchema.parse(row);
