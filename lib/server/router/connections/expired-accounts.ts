import "server-only";
import { and, eq } from "drizzle-orm";
import { type Database, database } from "../../database/connection.ts";
import { expiredAccount, user } from "../../database/schema.ts";
import { log } from "../../log.ts";
import { listAccounts } from "./accounts.ts";

export type ExpiredAccount = Pick<
  typeof expiredAccount.$inferSelect,
  "accountId" | "toolkit" | "name"
>;

/** Accounts of a person's that have to be connected again before they are of use. */
export async function expiredAccounts(userId: string): Promise<ExpiredAccount[]> {
  const { accountId, toolkit, name } = expiredAccount;
  return (await database())
    .select({ accountId, toolkit, name })
    .from(expiredAccount)
    .where(eq(expiredAccount.userId, userId))
    .orderBy(expiredAccount.createdAt);
}

/**
 * Writes down that an account has expired, if it has: what tells of it may come late, twice, or after it was connected again.
 *
 * @throws BranchlineError the router's errors, when it cannot be asked
 */
export async function noteExpiry(userId: string, accountId: string): Promise<void> {
  const storage = await database();
  const [known] = await storage.select({ id: user.id }).from(user).where(eq(user.id, userId));
  if (!known) return;
  const account = (await listAccounts(userId)).find(({ id }) => id === accountId);
  if (account?.status !== "EXPIRED") return;
  const { toolkit, account: name = null } = account;
  await storage
    .insert(expiredAccount)
    .values({ accountId, userId, toolkit, name })
    .onConflictDoNothing();
  log.info("connection.expired", { user: userId, account: accountId });
}

/** A person has signed in to a toolkit again: what had expired of it no longer keeps them from anything. */
export async function forgetExpiries(
  storage: Database,
  { userId, toolkit }: { userId: string; toolkit: string },
): Promise<void> {
  await storage
    .delete(expiredAccount)
    .where(and(eq(expiredAccount.userId, userId), eq(expiredAccount.toolkit, toolkit)));
}
