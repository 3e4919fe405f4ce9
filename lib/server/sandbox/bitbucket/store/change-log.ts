import { z } from "zod";

/** One change the embedded Bitbucket made. Refused calls change nothing and leave no entry. */
export const changeLogEntrySchema = z.object({
  /** 1 for a world's first change; without gaps. */
  sequence: z.int(),
  slug: z.string(),
  /** As they were sent. */
  arguments: z.record(z.string(), z.unknown()),
  /** Nickname of the identity it was done as. */
  username: z.string(),
  /** ISO 8601. */
  at: z.string(),
  /** The `data` the caller got. */
  outcome: z.record(z.string(), z.unknown()),
});
export type ChangeLogEntry = z.infer<typeof changeLogEntrySchema>;
