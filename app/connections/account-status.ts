import type { ConnectedAccount } from "@/lib/shared/connection";

export type AccountStatus = {
  tone: "good" | "pending" | "bad";
  words: string;
  /** It worked once, and can be connected again; the words are followed by when it ended. */
  lost: boolean;
};

const known: ReadonlyMap<string, AccountStatus> = new Map([
  ["ACTIVE", { tone: "good", words: "Connected", lost: false }],
  ["EXPIRED", { tone: "bad", words: "Signed out by the provider", lost: true }],
  ["INACTIVE", { tone: "bad", words: "Switched off", lost: true }],
  ["REVOKED", { tone: "bad", words: "Access was taken back", lost: true }],
]);

/** What a status of the router's means to a person; one nobody knows yet is shown as it is. */
export function accountStatus(status: string): AccountStatus {
  return known.get(status) ?? { tone: "pending", words: status.toLowerCase(), lost: false };
}

const unfinished: ReadonlySet<string> = new Set(["INITIALIZING", "INITIATED", "FAILED"]);

/**
 * The accounts a person has something to see or do about. At the router every try to connect leaves an account behind: one
 * that came to nothing is none.
 */
export function accountsToShow(accounts: readonly ConnectedAccount[]): ConnectedAccount[] {
  return accounts.filter(({ status }) => !unfinished.has(status));
}
