import { z } from "zod";

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
