import { z } from "zod";

/** `DELETE /api/account` */
export const deleteAccountSchema = z.strictObject({
  /** Typed once more by whoever signs in with one. */
  password: z.string().max(200).optional(),
});

/** What it answers. `pending`: the tool router could not be reached; the accounts it keeps are deleted as soon as it can. */
export const accountDeletedSchema = z.object({ connections: z.enum(["deleted", "pending"]) });
export type AccountDeleted = z.infer<typeof accountDeletedSchema>;
