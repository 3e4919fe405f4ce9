import { z } from "zod";
import { actionViewSchema } from "../action";

const sharedActionSchema = z.strictObject({
  type: z.literal("action"),
  tool: z.string(),
  toolkit: z.string(),
  toolClass: actionViewSchema.shape.toolClass,
  outcome: z.enum(["succeeded", "failed", "denied", "unknown"]),
  /** What it ran as. */
  account: z.string().optional(),
  /** What its card shows of its result: of objects, the fields that cards know. Absent when there is no card. */
  card: z.unknown().optional(),
  /** Bytes of a result that is too large for a card. */
  omittedBytes: z.number().int().optional(),
  sent: z.record(z.string(), z.unknown()).optional(),
  raw: z.unknown().optional(),
});
export type SharedAction = z.infer<typeof sharedActionSchema>;

const sharedPartSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("text"), text: z.string() }),
  z.strictObject({ type: z.literal("reasoning"), text: z.string() }),
  sharedActionSchema,
]);
export type SharedPart = z.infer<typeof sharedPartSchema>;

/**
 * The copy of a conversation that readers get: a document of its own, with everything in it that any of them can see, and
 * nothing else.
 */
export const sharedDocumentSchema = z.strictObject({
  title: z.string(),
  /** The day it was copied, `2026-11-23`, in UTC. */
  copiedOn: z.iso.date(),
  messages: z.array(
    z.strictObject({ role: z.enum(["user", "assistant"]), parts: z.array(sharedPartSchema) }),
  ),
});
export type SharedDocument = z.infer<typeof sharedDocumentSchema>;
