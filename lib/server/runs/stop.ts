import "server-only";
import { eq } from "drizzle-orm";
import { type Database, database } from "../database/connection.ts";
import { run } from "../database/schema.ts";
import { wakeRun } from "./wake.ts";

/** {@link stopRun} as part of a transaction. */
export async function requestStop(transaction: Database, runId: string): Promise<void> {
  await transaction.update(run).set({ stopRequested: true }).where(eq(run.id, runId));
  await wakeRun(transaction, runId);
}

/** Asks a run to stop; whichever process drives it hears of it at once. What was written stays. */
export async function stopRun(runId: string): Promise<void> {
  await (await database()).transaction((transaction) => requestStop(transaction, runId));
}
