import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { promoteListed } from "../admin/roles.ts";
import { database } from "../database/connection.ts";
import { user, userIdentity } from "../database/schema.ts";
import { requireAllowedDomain } from "./allowed-domains.ts";
import type { Identity } from "./providers/identity.ts";
import { countNewAccount } from "./throttle.ts";

/**
 * The user that somebody is by a provider's word; a new one the first time. Nobody is joined to another user's account by an
 * e-mail address: who types one with a password need not own it.
 *
 * @param address where the request came from
 * @returns the user's id
 * @throws BranchlineError `domain_not_allowed`, `email_not_verified` or `too_many_requests`
 */
export async function memberOf(identity: Identity, address: string): Promise<string> {
  const userId = await findOrMake(identity, address);
  await promoteListed(userId, identity.emails);
  return userId;
}

async function findOrMake(identity: Identity, address: string): Promise<string> {
  const email = requireAllowedDomain(identity.emails);
  const { issuer, subject, name } = identity;
  const storage = await database();
  const [known] = await storage
    .update(userIdentity)
    .set({ email })
    .where(and(eq(userIdentity.issuer, issuer), eq(userIdentity.subject, subject)))
    .returning({ userId: userIdentity.userId });
  if (known) {
    await storage.update(user).set({ name }).where(eq(user.id, known.userId));
    return known.userId;
  }
  await countNewAccount(address);
  return storage.transaction(async (transaction) => {
    const id = randomUUID();
    await transaction.insert(user).values({ id, kind: "member", name });
    const [kept] = await transaction
      .insert(userIdentity)
      .values({ issuer, subject, userId: id, email })
      .onConflictDoUpdate({
        target: [userIdentity.issuer, userIdentity.subject],
        set: { email },
      })
      .returning({ userId: userIdentity.userId });
    if (!kept) throw new Error("The identity was not stored.");
    // Somebody else was faster, in another tab.
    if (kept.userId !== id) await transaction.delete(user).where(eq(user.id, id));
    return kept.userId;
  });
}
