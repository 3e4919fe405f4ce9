import { accountStatus } from "../accounts/status";
import type { RouterState, StoredAccount } from "./schema";

const day = 24 * 60 * 60 * 1000;
const sessionLimit = 2000;

function isWorthKeeping(account: StoredAccount, now: number): boolean {
  switch (accountStatus(account, now)) {
    case "EXPIRED":
      // Signed out: somebody may want to connect it again.
      if (account.state.status === "EXPIRED") return true;
      return now - account.updatedAt < day;
    case "FAILED":
      return now - account.updatedAt < day;
    case "INITIATED":
    case "ACTIVE":
    case "INACTIVE":
    case "REVOKED":
      return true;
  }
}

/** Drops attempts that came to nothing more than a day ago, and the sessions longest untouched above 2,000. */
export function retained(state: RouterState, now: number): RouterState {
  const surplus = state.sessions.length - sessionLimit;
  const dropped = new Set(
    surplus > 0
      ? [...state.sessions].sort((a, b) => a.updatedAt - b.updatedAt).slice(0, surplus)
      : [],
  );
  return {
    version: state.version,
    sessions: state.sessions.filter((session) => !dropped.has(session)),
    accounts: state.accounts.filter((account) => isWorthKeeping(account, now)),
  };
}
