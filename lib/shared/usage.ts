import { z } from "zod";

/** Tokens, as a model's provider counts them. */
const tokenCountsSchema = z.object({
  /** All that the model read, `cachedInput` among it. */
  input: z.number(),
  /** What the provider had read before, and reads again for less. */
  cachedInput: z.number(),
  output: z.number(),
});
export type TokenCounts = z.infer<typeof tokenCountsSchema>;

/** `GET /api/chats/{chatId}/usage`: what a chat used in all. The cost is in US dollars; null when a part of it has no price. */
export const chatUsageSchema = tokenCountsSchema.extend({ cost: z.number().nullable() });
export type ChatUsageTotal = z.infer<typeof chatUsageSchema>;

/** What one answer used, all its steps together. */
export const messageUsageSchema = tokenCountsSchema.extend({
  /** The models that wrote it, in alphabetical order. */
  models: z.array(z.string()),
  /** In US dollars; null when a step has no price. */
  cost: z.number().nullable(),
});
export type MessageUsage = z.infer<typeof messageUsageSchema>;

/** How much of a conversation a model was shown with its last step, in tokens estimated at four characters each. */
export const contextFillSchema = z.object({
  used: z.number(),
  /** What it may be shown at most. */
  limit: z.number(),
  /** The id of the first message that it was shown, and how many before that did not fit. */
  from: z.string().optional(),
  leftOut: z.number().int().optional(),
});
export type ContextFill = z.infer<typeof contextFillSchema>;
