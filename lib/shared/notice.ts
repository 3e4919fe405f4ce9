import { z } from "zod";
import { errorViewSchema } from "./error";

/**
 * Something that happened while an answer was written, told in its place. Data of a `data-notice` part; replaced in place by
 * its id.
 */
export const noticeViewSchema = z.discriminatedUnion("kind", [
  /** The model could not answer; it is asked again at `until` (ISO 8601). */
  z.object({
    kind: z.literal("retrying"),
    error: errorViewSchema,
    /** 1 for the first time it is asked again. */
    attempt: z.number().int(),
    until: z.string(),
  }),
  /** It was asked again: nothing to show any more. */
  z.object({ kind: z.literal("retried") }),
  /** The server went away in the middle of a sentence; the answer goes on below. */
  z.object({ kind: z.literal("resumed") }),
  /** That many older messages did not fit what the model can read, and were left out of what it saw. */
  z.object({ kind: z.literal("shortened"), messages: z.number().int() }),
  /** The model that was chosen is not offered any more; another one answers. */
  z.object({ kind: z.literal("model-withdrawn"), withdrawn: z.string(), model: z.string() }),
  /** What stands above was copied from what somebody else shared. */
  z.object({ kind: z.literal("copied") }),
]);
export type NoticeView = z.infer<typeof noticeViewSchema>;
