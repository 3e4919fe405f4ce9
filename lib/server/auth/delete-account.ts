import "server-only";
import { and, eq } from "drizzle-orm";
import type { AccountDeleted } from "@/lib/shared/account";
import { database } from "../database/connection.ts";
import { run, user } from "../database/schema.ts";
import { forgetUses } from "../limits/rate-limit.ts";
import { log } from "../log.ts";
import { deleteAccountsOfDeparted, noteDeparture } from "../router/connections/departures.ts";
import { closeRouterClient } from "../router/pool.ts";
import { isAlive } from "../runs/alive.ts";
import { stopRun } from "../runs/stop.ts";
import { untilAborted } from "../until-aborted.ts";
import { confirmPassword } from "./accounts.ts";

/** Milliseconds that a person waits for the router to delete their accounts. */
const patience = 8_000;

async function deleteAtRouter(userId: string): Promise<AccountDeleted["connections"]> {
  try {
    await untilAborted(deleteAccountsOfDeparted(userId), AbortSignal.timeout(patience));
    return "deleted";
  } catch (error) {
    log.error("departure.pending", error);
    return "pending";
  }
}

/**
 * Deletes a user with everything that hangs on them: what runs for them is stopped, every session and share is dead at once, and
 * the accounts they connected are deleted at the router – later, when it cannot be reached now.
 *
 * @param password as it was typed; whoever signs in otherwise has none
 * @param address where the request came from
 * @throws BranchlineError `wrong_credentials` or `too_many_requests`; nothing is deleted then.
 */
export async function deleteAccount(
  userId: string,
  password: string | undefined,
  address: string,
): Promise<AccountDeleted> {
  await confirmPassword(userId, password, address);
  const storage = await database();
  const alive = await storage
    .select({ id: run.id })
    .from(run)
    .where(and(eq(run.userId, userId), isAlive));
  for (const { id } of alive) await stopRun(id);
  await storage.transaction(async (transaction) => {
    const deleted = await transaction
      .delete(user)
      .where(eq(user.id, userId))
      .returning({ id: user.id });
    // Somebody else was faster, in another tab.
    if (deleted.length > 0) await noteDeparture(transaction, userId);
    await forgetUses(transaction, userId);
  });
  closeRouterClient(userId);
  return { connections: await deleteAtRouter(userId) };
}
