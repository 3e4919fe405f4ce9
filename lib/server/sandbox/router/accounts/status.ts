import type { StoredAccount } from "../store/schema";

/** A link that nobody finishes within this time is over. */
export const linkLifetime = 10 * 60 * 1000;

export type AccountStatus = StoredAccount["state"]["status"];

export function accountStatus(account: StoredAccount, now: number): AccountStatus {
  const { status } = account.state;
  return status === "INITIATED" && now - account.link.issuedAt >= linkLifetime ? "EXPIRED" : status;
}

/** Why an account is in its state, in the hosted service's words where they are known. */
export function statusReason(account: StoredAccount, now: number): string | null {
  if (account.state.status === "FAILED") return account.state.reason;
  if (accountStatus(account, now) !== "EXPIRED") return null;
  return account.state.status === "EXPIRED"
    ? "Permanent auth error during token refresh"
    : "Connection initiation did not complete within 10 minutes";
}
