import "server-only";
import { randomUUID } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { eq } from "drizzle-orm";
import { database } from "../database/connection.ts";
import { user } from "../database/schema.ts";
import { environment } from "../environment.ts";
import { BranchlineError } from "../errors.ts";
import { say } from "../say.ts";
import { requireAllowedDomain } from "./allowed-domains.ts";
import { readAddress, requireAddress } from "./email.ts";
import { countNewAccount, countTry, noteRefusal } from "./throttle.ts";

type Account = { id: string; name: string };

/**
 * A guest is an account nobody can come back to from another browser.
 *
 * @param address where the request came from
 * @throws BranchlineError `guests_not_allowed` or `too_many_requests`
 */
export async function createGuest(address: string): Promise<Account> {
  if (!environment().signIn.guests) {
    throw new BranchlineError("guests_not_allowed", say("noGuests"));
  }
  await countNewAccount(address);
  const account = { id: randomUUID(), name: "Guest" };
  await (await database()).insert(user).values({ ...account, kind: "guest" });
  return account;
}

/** @throws BranchlineError `passwords_not_allowed` */
function requirePasswords(): void {
  if (!environment().signIn.password)
    throw new BranchlineError("passwords_not_allowed", say("noPasswords"));
}

/**
 * That an address has an account cannot be kept from somebody who asks for one with it, as long as no letter is sent. So that
 * nobody learns it of many, it counts as a failed sign-in, and takes as long as making an account.
 *
 * @param address where the request came from
 * @throws BranchlineError `already_exists` when the e-mail address has an account, `too_many_requests`, `invalid_request`,
 *   `passwords_not_allowed`, `domain_not_allowed`.
 */
export async function createMember(
  details: { email: string; password: string; name: string },
  address: string,
): Promise<Account> {
  requirePasswords();
  const email = requireAddress(details.email);
  requireAllowedDomain([email]);
  const attempt = await countTry(address, null);
  await countNewAccount(address);
  const account = { id: randomUUID(), name: details.name };
  const passwordHash = await hash(details.password);
  const inserted = await (await database())
    .insert(user)
    .values({ ...account, kind: "member", email, passwordHash })
    .onConflictDoNothing()
    .returning({ id: user.id });
  if (inserted.length === 0) {
    throw new BranchlineError("already_exists", say("addressTaken"), {
      hint: say("signInInstead"),
    });
  }
  await attempt.succeed();
  return account;
}

let hashOfNobody: Promise<string> | undefined;

/** Checked when there is no such account, so that the answer takes as long as with one. */
function absentHash(): Promise<string> {
  hashOfNobody ??= hash(randomUUID());
  return hashOfNobody;
}

/**
 * The account with this e-mail address and password.
 *
 * @param address where the request came from
 * @throws BranchlineError `wrong_credentials`, in the same words and after the same time whether there is such an account or
 *   not; `too_many_requests`; `passwords_not_allowed`
 */
export async function findMember(
  credentials: { email: string; password: string },
  address: string,
): Promise<Account> {
  requirePasswords();
  const attempt = await countTry(address, credentials.email);
  const absent = await absentHash();
  const [row] = await (await database())
    .select({ id: user.id, name: user.name, passwordHash: user.passwordHash })
    .from(user)
    // Nobody has the empty address.
    .where(eq(user.email, readAddress(credentials.email) ?? ""));
  const matches = await verify(row?.passwordHash ?? absent, credentials.password);
  if (!row || !matches) {
    noteRefusal();
    throw new BranchlineError("wrong_credentials", say("noMatch"));
  }
  await attempt.succeed();
  return { id: row.id, name: row.name };
}

/**
 * Makes sure that whoever has this user's session is this user: by their password, where they have one.
 *
 * @param password as it was typed; whoever signs in otherwise has none
 * @param address where the request came from
 * @throws BranchlineError `wrong_credentials`, which counts as a failed sign-in; `too_many_requests`
 */
export async function confirmPassword(
  userId: string,
  password: string | undefined,
  address: string,
): Promise<void> {
  const [row] = await (await database())
    .select({ email: user.email, passwordHash: user.passwordHash })
    .from(user)
    .where(eq(user.id, userId));
  if (!row?.passwordHash) return;
  const attempt = await countTry(address, row.email);
  if (password === undefined || !(await verify(row.passwordHash, password))) {
    noteRefusal();
    throw new BranchlineError("wrong_credentials", say("notYourPassword"), {
      hint: say("checkIt"),
    });
  }
  await attempt.succeed();
}
