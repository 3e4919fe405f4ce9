import "server-only";
import { createHash } from "node:crypto";
import { environment } from "../environment.ts";
import { countUse, giveBack, type Limit } from "../limits/rate-limit.ts";
import { tooMany } from "../limits/too-many.ts";
import { log } from "../log.ts";
import { say } from "../say.ts";
import { readAddress } from "./email.ts";

const tryWindow = 15 * 60;
const accountWindow = 60 * 60;

// What is typed here is not always an address: people mistake the field for the one below it.
const digest = (text: string) => createHash("sha256").update(text).digest("hex");

/** @param address where the request came from @param email as it was typed, or null when no account was named */
function limitsOf(address: string, email: string | null): { from: Limit; to: Limit[] } {
  const window = { most: environment().limits.signInTries, seconds: tryWindow };
  return {
    from: { key: `sign-in:address:${address}`, ...window },
    to:
      email === null
        ? []
        : [{ key: `sign-in:account:${digest(readAddress(email) ?? email)}`, ...window }],
  };
}

/** A counted try to find out about an account: {@link succeed} when it turned out to be its owner's. */
export type Try = { succeed(): Promise<void> };

/**
 * Counts a try before anything is looked up, so that tries that are made at once count as well. Whether the account exists plays
 * no part in it.
 *
 * @throws BranchlineError `too_many_requests` after too many that failed; or with status 503 when it could not be counted.
 */
export async function countTry(address: string, email: string | null): Promise<Try> {
  const { from, to } = limitsOf(address, email);
  const over = await countUse([from, ...to]);
  if (over) throw tooMany("sign_in", say("tooManySignIns"), over.endsIn);
  return {
    async succeed() {
      await giveBack(from.key);
      for (const { key } of to) await giveBack(key, "all");
    },
  };
}

/** @throws BranchlineError `too_many_requests`; or with status 503 when it could not be counted. */
export async function countNewAccount(address: string): Promise<void> {
  const most = environment().limits.newAccountsPerHour;
  const key = `new-account:address:${address}`;
  const over = await countUse([{ key, most, seconds: accountWindow }]);
  if (!over) return;
  const message = say("tooManyAccounts");
  throw tooMany("new_account", message, over.endsIn);
}

/** Notes a sign-in that failed, without a word about who tried. */
export function noteRefusal(): void {
  log.warn("sign_in.refused");
}
