import { z } from "zod";

export const commentSchema = z.object({
  id: z.int(),
  author: z.string(),
  /** Markdown. */
  content: z.string(),
  createdOn: z.string(),
  updatedOn: z.string(),
  parent: z.int().nullable(),
  inline: z
    .object({ path: z.string(), from: z.int().nullable(), to: z.int().nullable() })
    .nullable(),
});
export type Comment = z.infer<typeof commentSchema>;
