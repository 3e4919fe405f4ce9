import type { ConnectedAccount } from "@/lib/shared/connection";

export type AccountStatus = { tone: "good" | "pending" | "bad"; words: string };

const known: ReadonlyMap<string, AccountStatus> = new Map([
  ["ACTIVE", { tone: "good", words: "Connected" }],
  ["EXPIRED", { tone: "bad", words: "Expired – connect again" }],
  ["INACTIVE", { tone: "bad", words: "Switched off" }],
  ["REVOKED", { tone: "bad", words: "Revoked by the provider – connect again" }],
]);

/** What a status of the router's means to a person; one nobody knows yet is shown as it is. */
export function accountStatus(status: string): AccountStatus {
  return known.get(status) ?? { tone: "pending", words: status.toLowerCase() };
}

const unfinished: ReadonlySet<string> = new Set(["INITIALIZING", "INITIATED", "FAILED"]);

/**
 * The accounts a person has something to see or do about. At the router every try to connect leaves an account behind: one
 * that came to nothing is none, and one that expired matters only while no other of its toolkit is active.
 */
export function accountsToShow(accounts: readonly ConnectedAccount[]): ConnectedAccount[] {
  const active = new Set(
    accounts.filter(({ status }) => status === "ACTIVE").map(({ toolkit }) => toolkit),
  );
  return accounts.filter(
    ({ status, toolkit }) =>
      !unfinished.has(status) && !(status === "EXPIRED" && active.has(toolkit)),
  );
}
