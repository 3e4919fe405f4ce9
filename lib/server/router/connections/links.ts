import "server-only";
import { createHash } from "node:crypto";
import { and, eq, inArray, lt, ne } from "drizzle-orm";
import { type Database, database } from "../../database/connection.ts";
import { connectionLink, type LinkStatus } from "../../database/schema.ts";

export type LinkRow = typeof connectionLink.$inferSelect;

/** Links whose account the router may still have, and that is nobody's yet. */
const unverified: LinkStatus[] = ["open", "revoked"];

export const callbackHash = (secret: string) => createHash("sha256").update(secret).digest("hex");

/** The links of a user whose accounts must not be used. */
export async function unverifiedLinks(userId: string): Promise<LinkRow[]> {
  return (await database())
    .select()
    .from(connectionLink)
    .where(and(eq(connectionLink.userId, userId), inArray(connectionLink.status, unverified)))
    .orderBy(connectionLink.createdAt);
}

/** By user, the links that somebody has to look after. */
export async function allUnverifiedLinks(): Promise<Map<string, LinkRow[]>> {
  const rows = await (await database())
    .select()
    .from(connectionLink)
    .where(inArray(connectionLink.status, unverified))
    .orderBy(connectionLink.accountId);
  return Map.groupBy(rows, ({ userId }) => userId);
}

/** The link whose callback address carries this value, whoever it was made for. */
export async function findLinkByCallback(secret: string): Promise<LinkRow | null> {
  const [row] = await (await database())
    .select()
    .from(connectionLink)
    .where(eq(connectionLink.callbackHash, callbackHash(secret)));
  return row ?? null;
}

export async function isOpen(accountId: string): Promise<boolean> {
  const rows = await (await database())
    .select({ accountId: connectionLink.accountId })
    .from(connectionLink)
    .where(and(eq(connectionLink.accountId, accountId), eq(connectionLink.status, "open")));
  return rows.length > 0;
}

/**
 * Moves an open link on; of several that try at once, one succeeds.
 *
 * @returns false when it is open no longer.
 */
export async function moveOpenLink(
  storage: Database,
  accountId: string,
  status: "verified" | "revoked",
): Promise<boolean> {
  const moved = await storage
    .update(connectionLink)
    .set({ status })
    .where(and(eq(connectionLink.accountId, accountId), eq(connectionLink.status, "open")))
    .returning({ accountId: connectionLink.accountId });
  return moved.length > 0;
}

/** Revokes what is open of an attempt: it has ended, and no browser that comes back counts any more. */
export async function revokeLinksOf(storage: Database, attemptId: string): Promise<void> {
  await storage
    .update(connectionLink)
    .set({ status: "revoked" })
    .where(and(eq(connectionLink.attemptId, attemptId), eq(connectionLink.status, "open")));
}

/** Whether an attempt has open links besides one. */
export async function hasOtherOpenLinks(
  storage: Database,
  { attemptId, accountId }: { attemptId: string; accountId: string },
): Promise<boolean> {
  const others = await storage
    .select({ accountId: connectionLink.accountId })
    .from(connectionLink)
    .where(
      and(
        eq(connectionLink.attemptId, attemptId),
        eq(connectionLink.status, "open"),
        ne(connectionLink.accountId, accountId),
      ),
    )
    .limit(1);
  return others.length > 0;
}

export async function markDiscarded(accountId: string): Promise<void> {
  await (await database())
    .update(connectionLink)
    .set({ status: "discarded" })
    .where(and(eq(connectionLink.accountId, accountId), eq(connectionLink.status, "revoked")));
}

/** Forgets discarded links that have been over for a day: until then they tell a late browser how its attempt ended. */
export async function forgetOldLinks(): Promise<void> {
  const yesterday = new Date(Date.now() - 24 * 60 * 60_000);
  await (await database())
    .delete(connectionLink)
    .where(and(eq(connectionLink.status, "discarded"), lt(connectionLink.expiresAt, yesterday)));
}
