import { z } from "zod";

const toolPattern = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9_*]{1,100}$/, "This is no tool's name or pattern.");
const names = z.array(z.string().min(1).max(200)).max(200);
const amount = (most: number) => z.number().int().min(1).max(most).nullable();

/** `PUT /api/admin/policy`: what holds for everybody, on top of the installation's settings. */
export const policySchema = z.strictObject({
  /** Tools that nobody may use, by names in which `*` stands for any characters. */
  deniedTools: z.array(toolPattern).max(500),
  /** The only toolkits of the installation that may be used; null for all of them. */
  toolkits: names.nullable(),
  /** The only models of the installation that may be chosen; null for all of them. */
  models: names.nullable(),
  /** In place of the settings' limits; null leaves those. */
  limits: z.strictObject({
    messagesPerMinute: amount(1_000_000),
    liveRuns: amount(1_000_000),
    tokensPerDay: amount(Number.MAX_SAFE_INTEGER),
    attachmentSpaceMb: amount(1_000_000),
  }),
});
export type Policy = z.infer<typeof policySchema>;

/** Where nobody has said anything. */
export const openPolicy: Policy = {
  deniedTools: [],
  toolkits: null,
  models: null,
  limits: { messagesPerMinute: null, liveRuns: null, tokensPerDay: null, attachmentSpaceMb: null },
};
