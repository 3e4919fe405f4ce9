import "server-only";
import { and, eq } from "drizzle-orm";
import { database } from "../../database/connection.ts";
import { routerSession } from "../../database/schema.ts";
import { callingRouter } from "../composio.ts";
import { namesAccounts, openRouterSession } from "../session.ts";
import type { Account } from "./accounts.ts";

/**
 * Confines the user's session to accounts that count, so that one becoming active this moment is not taken for them: by itself
 * the router uses the newest.
 *
 * @param accounts active ones, the newest first. Where a call cannot say which it is meant for, the first of each toolkit is taken.
 * @throws BranchlineError the router's errors
 */
export async function pinAccounts(userId: string, accounts: readonly Account[]): Promise<void> {
  const pins: Record<string, string[]> = {};
  for (const { toolkit, id } of accounts) {
    const pinned = pins[toolkit] ?? [];
    if (pinned.length === 0 || namesAccounts()) pins[toolkit] = [...pinned, id];
  }
  const session = await openRouterSession(userId);
  // Written down before it is so: what may be pinned is released later.
  await (await database())
    .update(routerSession)
    .set({ pinned: true })
    .where(eq(routerSession.sessionId, session.sessionId));
  await callingRouter("harmless", (request) =>
    session.update({ connectedAccounts: pins }, request),
  );
}

/**
 * Lets the user's session choose among all accounts again. To be called while the last unverified link is still known, so that
 * a failure leaves something that calls it again.
 *
 * @throws BranchlineError the router's errors
 */
export async function releasePins(userId: string): Promise<void> {
  const storage = await database();
  const pinned = and(eq(routerSession.userId, userId), eq(routerSession.pinned, true));
  const rows = await storage.select().from(routerSession).where(pinned);
  if (rows.length === 0) return;
  const session = await openRouterSession(userId);
  await callingRouter("harmless", (request) => session.update({ connectedAccounts: {} }, request));
  await storage
    .update(routerSession)
    .set({ pinned: false })
    .where(eq(routerSession.sessionId, session.sessionId));
}
