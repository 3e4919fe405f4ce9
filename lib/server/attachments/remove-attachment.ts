import "server-only";
import { and, eq, isNull, lt, sql } from "drizzle-orm";
import { database } from "../database/connection.ts";
import { attachment } from "../database/schema.ts";
import { notFound } from "../errors.ts";

/** Takes back a file that was not sent. @throws BranchlineError `not_found`, also for one that a message names. */
export async function removeAttachment(userId: string, id: string): Promise<void> {
  const removed = await (await database())
    .delete(attachment)
    .where(and(eq(attachment.id, id), eq(attachment.userId, userId), isNull(attachment.chatId)))
    .returning({ id: attachment.id });
  if (removed.length === 0) throw notFound("file", { kind: "attachment", id });
}

/** Removes files that have waited for seven days to be sent: no draft is worked on for so long. */
export async function sweepUnsent(): Promise<void> {
  await (await database())
    .delete(attachment)
    .where(
      and(isNull(attachment.chatId), lt(attachment.createdAt, sql`now() - interval '7 days'`)),
    );
}
