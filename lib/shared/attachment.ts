import { z } from "zod";

/** Files that one message may bring. */
export const attachmentsPerMessage = 5;

/** Bytes of one picture, of one text, and of all texts of one message: a model has to read them beside the conversation. */
export const imageSizeLimit = 5_000_000;
export const textSizeLimit = 200_000;
export const messageTextLimit = 300_000;

/** Pixels of a picture on either side. */
export const imageSideLimit = 8_000;

/** UTF-16 code units of a file's name. */
export const attachmentNameLimit = 120;

const imageTypes = ["image/png", "image/jpeg", "image/gif", "image/webp"] as const;
export type ImageType = (typeof imageTypes)[number];

const described = { id: z.uuid(), name: z.string(), size: z.int().min(0) };

/** A file that a person brought, as the screen tells of it: what is in it has a route of its own. `size` is in bytes. */
export const attachmentSchema = z.discriminatedUnion("kind", [
  z.object({ ...described, kind: z.literal("text") }),
  z.object({
    ...described,
    kind: z.literal("image"),
    mediaType: z.enum(imageTypes),
    /** In pixels. */
    width: z.int().min(1),
    height: z.int().min(1),
  }),
]);
export type Attachment = z.infer<typeof attachmentSchema>;

/** Where the bytes of an attachment are, for its owner. */
export const attachmentPath = (id: string): string => `/api/attachments/${id}`;

/** The attachments among the parts of a message; what has another shape is none. */
export function attachmentsOf({ parts }: { parts: readonly { type: string }[] }): Attachment[] {
  return parts.flatMap((part) => {
    if (part.type !== "data-attachment" || !("data" in part)) return [];
    const parsed = attachmentSchema.safeParse(part.data);
    return parsed.success ? [parsed.data] : [];
  });
}
