import { z } from "zod";

/** The longest text to be looked for, in UTF-16 code units. */
export const searchLengthLimit = 200;

/** A text and the places in it that were looked for: from and to, in UTF-16 code units, in order, apart from each other. */
const markedTextSchema = z.object({
  text: z.string(),
  marks: z.array(z.tuple([z.number().int(), z.number().int()])),
});
export type MarkedText = z.infer<typeof markedTextSchema>;

const found = { chatId: z.string(), title: markedTextSchema };

const searchHitSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("title"),
    ...found,
    /** When the chat was last used. ISO 8601. */ at: z.string(),
  }),
  z.object({
    kind: z.literal("message"),
    ...found,
    messageId: z.string(),
    author: z.enum(["user", "assistant"]),
    excerpt: markedTextSchema,
    /** When it was written. ISO 8601. */
    at: z.string(),
  }),
]);
export type SearchHit = z.infer<typeof searchHitSchema>;

/** `GET /api/search`: a page may be short, or even empty, and still be followed by others. */
export const searchPageSchema = z.object({
  hits: z.array(searchHitSchema),
  nextCursor: z.string().nullable(),
});
export type SearchPage = z.infer<typeof searchPageSchema>;
