import "server-only";
import { eq, sql } from "drizzle-orm";
import type { ChatMessage, RunOutcome } from "@/lib/shared/message";
import { textOf } from "@/lib/shared/message-text";
import { type Database, database } from "../database/connection.ts";
import { message, run } from "../database/schema.ts";
import { indexText } from "../search/index-text.ts";
import { isHeld, type RunRow } from "./claim.ts";
import { keepRest, type LogRow, leastReach, publishEnd } from "./hub.ts";
import { RunLostError } from "./interruption.ts";
import { notifyOfLog } from "./log-writer.ts";

/** Rows that are kept in memory for slow readers of a log that is gone, at most. */
const restLimit = 1_000;

/** Drops a run's log; what this process's readers have not seen of it they keep, whether the transaction holds or not. */
async function dropLog(transaction: Database, runId: string): Promise<void> {
  const unread = leastReach(runId);
  const { rows } = await transaction.execute<LogRow>(sql`
    with dropped as (delete from run_chunk where run_id = ${runId} returning sequence, count, data)
    select sequence, count, data from dropped
    where sequence + count > ${unread}::int order by sequence limit ${restLimit}`);
  keepRest(runId, rows);
}

/**
 * Stores the whole message and the end of the run, and drops its log, together.
 *
 * @throws RunLostError when another process has taken it
 */
export async function endRun(
  claimed: RunRow,
  finished: Pick<ChatMessage, "parts" | "metadata">,
  outcome: RunOutcome,
): Promise<void> {
  await (await database()).transaction(async (transaction) => {
    const kept = await transaction
      .update(run)
      .set({ status: "ended", outcome, owner: null, leaseUntil: null, endedAt: sql`now()` })
      .where(isHeld(claimed))
      .returning({ id: run.id, told: notifyOfLog(sql`${run.id}`) });
    if (kept.length === 0) throw new RunLostError(`Run ${claimed.id} was taken over.`);
    await transaction
      .update(message)
      .set({ parts: finished.parts, metadata: { ...finished.metadata, outcome } })
      .where(eq(message.id, claimed.messageId));
    const { messageId: id, chatId, userId } = claimed;
    const text = textOf(finished);
    await indexText(transaction, { kind: "message", id, chatId, userId, text });
    await dropLog(transaction, claimed.id);
  });
  publishEnd(claimed.id);
}
