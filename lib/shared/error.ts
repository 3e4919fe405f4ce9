import { z } from "zod";

/** A text of the interface: its key in the dictionaries, and what it names. */
export const saidSchema = z.object({
  key: z.string(),
  values: z.array(z.union([z.string(), z.number()])).optional(),
});
export type Said = z.infer<typeof saidSchema>;

/** By a warning in English, how it is found in other languages. */
export const saidByWarningSchema = z.record(z.string(), saidSchema);

/** An error as a person sees it: safe to show, says what happened and what to do. */
export const errorViewSchema = z.object({
  /** Stable, machine-readable: `not_found`, `router_unreachable`, … */
  code: z.string(),
  message: z.string(),
  /** What the person can do about it. */
  hint: z.string().optional(),
  /** The same for readers of other languages; absent where the words are not Branchline's own. */
  said: z
    .object({ message: saidSchema.optional(), hint: saidSchema.optional() })
    .optional()
    .catch(undefined),
});
export type ErrorView = z.infer<typeof errorViewSchema>;
