import "server-only";
import { and, eq, lt, sql } from "drizzle-orm";
import { type Database, database } from "../../database/connection.ts";
import { departedUser } from "../../database/schema.ts";
import { log } from "../../log.ts";
import { deleteAllAtRouter } from "./accounts.ts";

/** Milliseconds between two looks for accounts that are still at the router. */
const interval = 60_000;

/** Writes down that a user goes, in the transaction in which they do: no crash and no router that is away forgets it. */
export async function noteDeparture(storage: Database, userId: string): Promise<void> {
  await storage.insert(departedUser).values({ id: userId });
}

/**
 * Deletes what the router keeps for somebody who is gone. They are forgotten when it has kept nothing for a quarter of an hour:
 * a link that was being made while they left lives for ten minutes.
 *
 * @throws BranchlineError the router's errors; it is tried again later then.
 */
export async function deleteAccountsOfDeparted(userId: string): Promise<void> {
  if ((await deleteAllAtRouter(userId)) > 0) return;
  const longAgo = lt(departedUser.departedAt, sql`now() - interval '15 minutes'`);
  await (await database()).delete(departedUser).where(and(eq(departedUser.id, userId), longAgo));
}

/** {@link deleteAccountsOfDeparted} for everybody. What cannot be deleted now is tried again next time. */
export async function settleDepartures(): Promise<void> {
  const departed = await (await database()).select({ id: departedUser.id }).from(departedUser);
  for (const { id } of departed)
    await deleteAccountsOfDeparted(id).catch((error) => log.error("departure.pending", error));
}

/** Looks after those who are gone: at the start, and once in a while. */
export async function startDepartures(): Promise<void> {
  await settleDepartures().catch((error) => log.error("departures.failed", error));
  setTimeout(() => void startDepartures(), interval).unref();
}
