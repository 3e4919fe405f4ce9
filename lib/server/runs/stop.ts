import "server-only";
import { eq } from "drizzle-orm";
import { database } from "../database/connection.ts";
import { run } from "../database/schema.ts";
import { wakeRun } from "./wake.ts";

/** Asks a run to stop; whichever process drives it hears of it at once. What was written stays. */
export async function stopRun(runId: string): Promise<void> {
  await (await database()).transaction(async (transaction) => {
    await transaction.update(run).set({ stopRequested: true }).where(eq(run.id, runId));
    await wakeRun(transaction, runId);
  });
}
