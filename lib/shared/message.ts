import type { UIMessage } from "ai";
import { z } from "zod";
import type { actionViewSchema } from "./action";
import type { Attachment } from "./attachment";
import type { connectionViewSchema } from "./connection";
import { errorViewSchema } from "./error";
import type { noticeViewSchema } from "./notice";
import { contextFillSchema, messageUsageSchema } from "./usage";

/** How a run ended; absent while it is alive. */
const runOutcomeSchema = z.discriminatedUnion("status", [
  z.object({ status: z.literal("done") }),
  z.object({ status: z.literal("stopped") }),
  /** The step limit was reached; the screen offers "Continue". */
  z.object({ status: z.literal("limit"), steps: z.number().int() }),
  z.object({ status: z.literal("failed"), error: errorViewSchema }),
  /** The server went away; what was shown is kept and the screen offers "Continue". */
  z.object({ status: z.literal("interrupted") }),
]);
export type RunOutcome = z.infer<typeof runOutcomeSchema>;

export const messageMetadataSchema = z.object({
  /** ISO 8601. */
  createdAt: z.string().optional(),
  runId: z.string().optional(),
  outcome: runOutcomeSchema.optional(),
  /** What an answer that has ended used. */
  usage: messageUsageSchema.optional(),
  context: contextFillSchema.optional(),
  /** Words from elsewhere: of a copy that somebody shared, or of an archive. */
  copied: z.boolean().optional(),
});
export type MessageMetadata = z.infer<typeof messageMetadataSchema>;

type MessageData = {
  attachment: Attachment;
  action: z.infer<typeof actionViewSchema>;
  connection: z.infer<typeof connectionViewSchema>;
  notice: z.infer<typeof noticeViewSchema>;
  /** Of another version of Branchline: the type of a part that has another shape here. */
  unreadable: { type: string };
};

/** A message of a conversation. The parts are the AI SDK's; those that begin with `data-` are ours. */
export type ChatMessage = UIMessage<MessageMetadata, MessageData>;
export type ChatMessagePart = ChatMessage["parts"][number];
