import { z } from "zod";

/** Tokens, as a model's provider counts them. */
export const tokenCountsSchema = z.object({
  /** All that the model read, `cachedInput` among it. */
  input: z.number(),
  /** What the provider had read before, and reads again for less. */
  cachedInput: z.number(),
  output: z.number(),
});
export type TokenCounts = z.infer<typeof tokenCountsSchema>;

/** What one answer used, all its steps together. */
export const messageUsageSchema = tokenCountsSchema.extend({
  /** The models that wrote it, in alphabetical order. */
  models: z.array(z.string()),
  /** In US dollars; null when a step has no price. */
  cost: z.number().nullable(),
});
export type MessageUsage = z.infer<typeof messageUsageSchema>;
