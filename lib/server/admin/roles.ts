import "server-only";
import { and, eq, inArray, ne, or } from "drizzle-orm";
import { z } from "zod";
import type { AdminChange } from "@/lib/shared/admin";
import { readAddress } from "../auth/email.ts";
import { type Database, database } from "../database/connection.ts";
import { user, userIdentity } from "../database/schema.ts";
import { environment } from "../environment.ts";
import { logEntry, recordEntry } from "./entries.ts";

/** Makes a member an administrator without one; who is one stays one. @returns whether that changed anything */
async function promote(
  storage: Database,
  userId: string,
  by: Extract<AdminChange, { kind: "role" }>["by"] & string,
): Promise<boolean> {
  const entry = {
    actorId: null,
    subjectId: userId,
    change: { kind: "role" as const, role: "admin" as const, by },
  };
  const promoted = await storage.transaction(async (transaction) => {
    const changed = await transaction
      .update(user)
      .set({ role: "admin" })
      .where(and(eq(user.id, userId), ne(user.role, "admin")))
      .returning({ id: user.id });
    if (changed.length === 0) return false;
    await recordEntry(transaction, entry);
    return true;
  });
  if (promoted) logEntry(entry);
  return promoted;
}

/**
 * Makes somebody an administrator whom the settings name.
 *
 * @param emails that a provider has verified: with a password, anybody may type any address
 */
export async function promoteListed(userId: string, emails: readonly string[]): Promise<void> {
  const { administrators } = environment().signIn;
  if (emails.some((email) => administrators.includes(email)))
    await promote(await database(), userId, "setting");
}

/** An account as whoever runs the server may choose among several with one address. */
export type FoundAccount = { id: string; name: string; signsIn: string };

/**
 * Makes an administrator of the only member with an e-mail address or an id, for whoever runs the server.
 *
 * @returns the accounts with that address or id: there is one when it was done, and nothing was done otherwise
 */
export async function grantAdmin(storage: Database, who: string): Promise<FoundAccount[]> {
  const email = readAddress(who);
  if (!email && !z.uuid().safeParse(who).success) return [];
  const byAddress = email
    ? storage
        .select({ id: userIdentity.userId })
        .from(userIdentity)
        .where(eq(userIdentity.email, email))
    : null;
  const named = email
    ? or(eq(user.email, email), byAddress ? inArray(user.id, byAddress) : undefined)
    : eq(user.id, who);
  const rows = await storage
    .select({ id: user.id, name: user.name, email: user.email, issuer: userIdentity.issuer })
    .from(user)
    .leftJoin(userIdentity, eq(userIdentity.userId, user.id))
    .where(and(eq(user.kind, "member"), named));
  const [only, ...others] = rows;
  if (only && others.length === 0) await promote(storage, only.id, "command");
  return rows.map(({ id, name, issuer }) => ({
    id,
    name,
    signsIn: issuer ? `by ${issuer}` : "with a password",
  }));
}
