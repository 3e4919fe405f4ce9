import type { SandboxIdentity } from "../../contract";
import { forToolkit } from "../sessions/access";
import type { StoredAccount, StoredSession } from "../store/schema";
import type { Toolkit } from "../toolkit";
import { accountStatus } from "./status";
import { accountIdentity } from "./view";

export type UsableAccount = { account: StoredAccount; identity: SandboxIdentity };

/** The ACTIVE accounts a session may use, the most recent first; only pinned ones where the session pins any. */
export function usableAccounts(
  accounts: readonly StoredAccount[],
  session: StoredSession,
  toolkit: Toolkit,
  now: number,
): readonly UsableAccount[] {
  const pinned = forToolkit(session.policy.connected_accounts, toolkit.slug);
  return accounts
    .flatMap((account) => {
      const usable =
        account.userId === session.userId &&
        account.toolkit === toolkit.slug &&
        accountStatus(account, now) === "ACTIVE" &&
        (pinned === undefined || pinned.includes(account.id));
      const identity = usable ? accountIdentity(account, toolkit) : null;
      return identity ? [{ account, identity }] : [];
    })
    .reverse()
    .sort((left, right) => right.account.createdAt - left.account.createdAt);
}

export type Selection =
  | ({ kind: "selected" } & UsableAccount)
  | { kind: "none" }
  | { kind: "unmatched"; requested: string }
  | { kind: "ambiguous"; choices: readonly StoredAccount[] };

/** Which account a call runs as. `requested` is an account id, word id or alias. */
export function selectAccount(
  usable: readonly UsableAccount[],
  session: StoredSession,
  requested: string | undefined,
): Selection {
  if (requested !== undefined) {
    const match = usable.find(({ account }) =>
      [account.id, account.wordId, account.alias].includes(requested),
    );
    return match ? { kind: "selected", ...match } : { kind: "unmatched", requested };
  }
  const [first, ...others] = usable;
  if (!first) return { kind: "none" };
  const { multi_account: multi } = session.policy;
  return others.length > 0 && multi?.enable && multi.require_explicit_selection
    ? { kind: "ambiguous", choices: usable.map(({ account }) => account) }
    : { kind: "selected", ...first };
}
