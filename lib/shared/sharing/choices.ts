import { z } from "zod";

/** What of a conversation a copy shows. Whatever no switch names is in no copy. */
export const shareChoicesSchema = z.strictObject({
  /** What was asked and answered, in words. */
  answers: z.boolean(),
  /** What actions brought, as their cards show it. */
  cards: z.boolean(),
  /** What was sent to tools. */
  sent: z.boolean(),
  /** What tools answered, as data. */
  results: z.boolean(),
  /** The names of the accounts that were used. */
  accounts: z.boolean(),
  /** What the model thought on the way. */
  reasoning: z.boolean(),
});
export type ShareChoices = z.infer<typeof shareChoicesSchema>;

export const usualChoices: ShareChoices = {
  answers: true,
  cards: true,
  sent: false,
  results: false,
  accounts: false,
  reasoning: false,
};

/** Who may read a copy: its owner alone, whoever is signed in here, whoever has the link. */
export const shareAudienceSchema = z.enum(["me", "signed-in", "link"]);
export type ShareAudience = z.infer<typeof shareAudienceSchema>;

/** Days after which a copy is gone; null for never. */
export const shareDaysSchema = z.union([z.literal(1), z.literal(7), z.literal(30), z.null()]);
export type ShareDays = z.infer<typeof shareDaysSchema>;

export const usualDays: ShareDays = 30;
