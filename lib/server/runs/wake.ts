import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Database } from "../database/connection.ts";
import { run } from "../database/schema.ts";

/** The channel on which runs are called that have something new to look at; the payload is a run's id. */
export const wakeChannel = "run_wake";

/**
 * Tells a run to look at its rows again: an approval was answered, a connection changed, somebody pressed stop. A waiting run
 * becomes claimable; whichever process hears of it first drives it on.
 *
 * @param storage the transaction that changes the rows
 */
export async function wakeRun(storage: Database, runId: string): Promise<void> {
  await storage
    .update(run)
    .set({
      wakes: sql`${run.wakes} + 1`,
      status: sql`case when ${run.status} = 'waiting' then 'queued' else ${run.status} end`,
    })
    .where(eq(run.id, runId));
  await storage.execute(sql`select pg_notify(${wakeChannel}, ${runId})`);
}
