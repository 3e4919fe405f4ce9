import "server-only";
import { randomUUID } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { eq } from "drizzle-orm";
import { database } from "../database/connection.ts";
import { user } from "../database/schema.ts";
import { guestsAllowed } from "../environment.ts";
import { BranchlineError } from "../errors.ts";

type Account = { id: string; name: string };

/** A guest is an account nobody can come back to from another browser. */
export async function createGuest(): Promise<Account> {
  if (!guestsAllowed()) {
    throw new BranchlineError("guests_not_allowed", "This installation does not take guests.");
  }
  const account = { id: randomUUID(), name: "Guest" };
  await (await database()).insert(user).values({ ...account, kind: "guest" });
  return account;
}

/** @throws BranchlineError `already_exists` when the address has an account. */
export async function createMember(details: {
  email: string;
  password: string;
  name: string;
}): Promise<Account> {
  const account = { id: randomUUID(), name: details.name };
  const inserted = await (await database())
    .insert(user)
    .values({
      ...account,
      kind: "member",
      email: details.email.toLowerCase(),
      passwordHash: await hash(details.password),
    })
    .onConflictDoNothing()
    .returning({ id: user.id });
  if (inserted.length === 0) {
    throw new BranchlineError("already_exists", "This e-mail address has an account already.", {
      hint: "Sign in with it instead.",
    });
  }
  return account;
}

/** Checked when there is no such account, so that the answer takes as long as with one. */
const absentHash = hash("no account has this password");

/** The account with this address and password, or null. */
export async function findMember(email: string, password: string): Promise<Account | null> {
  const [row] = await (await database())
    .select({ id: user.id, name: user.name, passwordHash: user.passwordHash })
    .from(user)
    .where(eq(user.email, email.toLowerCase()));
  const matches = await verify(row?.passwordHash ?? (await absentHash), password);
  return row && matches ? { id: row.id, name: row.name } : null;
}
