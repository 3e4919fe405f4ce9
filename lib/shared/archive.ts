import { z } from "zod";
import { actionViewSchema } from "./action";
import { chatModeSchema, chatShelfSchema } from "./api";
import { attachmentNameLimit } from "./limits";
import { messageMetadataSchema } from "./message";
import { projectNameSchema } from "./project";

const archivedActionSchema = actionViewSchema
  .omit({ id: true, toolCallId: true, index: true })
  .extend({ type: z.literal("action") })
  .refine(
    ({ state }) => !["queued", "running", "approval", "connection"].includes(state.status),
    "An action that has not ended cannot be brought in.",
  );

const archivedPartSchema = z.union([
  z.strictObject({ type: z.literal("text"), text: z.string() }),
  z.strictObject({ type: z.literal("reasoning"), text: z.string() }),
  z.strictObject({
    type: z.literal("attachment"),
    name: z.string().max(attachmentNameLimit),
    /** The file, in Base64. What it is, its content tells. */
    content: z.string(),
  }),
  archivedActionSchema,
]);
export type ArchivedPart = z.infer<typeof archivedPartSchema>;

const archivedMessageSchema = z.strictObject({
  /** The message that it comes after, by its number in the list from 1; 0 for a first one. Several after one are versions. */
  after: z.int().min(0),
  role: z.enum(["user", "assistant"]),
  /** ISO 8601. */
  createdAt: z.iso.datetime().optional(),
  outcome: messageMetadataSchema.shape.outcome,
  parts: z.array(archivedPartSchema),
});
export type ArchivedMessage = z.infer<typeof archivedMessageSchema>;

/**
 * A chat with all its versions, as it leaves an installation and comes into another. An archive is a file with one of these a
 * line (JSON Lines). Nothing in it names a person, an id or a link of the installation.
 */
export const archivedChatSchema = z
  .strictObject({
    format: z.literal("branchline.chat"),
    version: z.literal(1, "This archive is of another version of Branchline."),
    title: z.string().trim().min(1).max(200),
    mode: chatModeSchema,
    shelf: chatShelfSchema.default("list"),
    /** The name of the project it is in. */
    project: projectNameSchema.optional(),
    /** ISO 8601. */
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    /** Number of the last message of the version that is shown; 0 where there is none. */
    shown: z.int().min(0),
    messages: z.array(archivedMessageSchema),
  })
  .superRefine(({ messages, shown }, context) => {
    const problem = (message: string) => context.addIssue({ code: "custom", message });
    if (shown > messages.length || (shown === 0 && messages.length > 0))
      problem(`There is no message ${shown} to be shown.`);
    for (const [index, { after }] of messages.entries())
      if (after > index) return problem(`Message ${index + 1} comes before the one it is after.`);
  });
export type ArchivedChat = z.infer<typeof archivedChatSchema>;

/** Bytes of the files of a chat that leave with it, the oldest first: in Base64, and with its words, they can come in again. */
export const archivedFilesLimit = 10_000_000;

/** `POST /api/chats/import`, in bytes: the largest chat that may be brought in. */
export const importLimit = 16_000_000;
