import "server-only";
import type { LostAccount } from "@/lib/shared/connection";
import type { Account } from "./accounts.ts";

/** As whom something is done in a toolkit. */
export type Choice =
  | { kind: "chosen"; account: Account }
  /** The account it was is there and works no longer: nobody else's is taken for it. */
  | { kind: "lost"; account: Account }
  | { kind: "none" };

const lostStatuses: ReadonlySet<string> = new Set(["EXPIRED", "REVOKED", "INACTIVE"]);

type Wishes = {
  /** The account the chat acts as. */
  chat?: string | undefined;
  /** The account that new chats act as. */
  person?: string | undefined;
};

/**
 * The account to act as: the chat's own, else the person's default, else the one that was connected last. A chat whose account
 * was removed chooses anew; one whose account has expired waits for its person.
 *
 * @param accounts those of the user that count, the newest first
 */
export function chooseAccount(
  accounts: readonly Account[],
  toolkit: string,
  wishes: Wishes,
): Choice {
  const own = accounts.filter((account) => account.toolkit === toolkit);
  const kept = own.find(({ id }) => id === wishes.chat);
  if (kept) return { kind: kept.status === "ACTIVE" ? "chosen" : "lost", account: kept };
  const active = own.filter(({ status }) => status === "ACTIVE");
  const account = active.find(({ id }) => id === wishes.person) ?? active[0];
  if (account) return { kind: "chosen", account };
  const lost = own.find(({ status }) => lostStatuses.has(status));
  return lost ? { kind: "lost", account: lost } : { kind: "none" };
}

/** What a connect card tells about an account that works no longer. */
export function describeLoss({ account, status, updatedAt }: Account): LostAccount {
  return {
    how: status === "INACTIVE" ? "switched-off" : "signed-out",
    since: updatedAt,
    ...(account ? { account } : {}),
  };
}
