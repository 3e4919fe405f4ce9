import type { Attachment } from "./attachment";
import type { ChatMessage } from "./message";

/** Where the bytes of an attachment are, for its owner. */
export const attachmentPath = (id: string): string => `/api/attachments/${id}`;

/** The attachments among the parts of a message. */
export const attachmentsOf = ({ parts }: Pick<ChatMessage, "parts">): Attachment[] =>
  parts.flatMap((part) => (part.type === "data-attachment" ? [part.data] : []));
