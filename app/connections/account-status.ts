import type { Words } from "@/lib/language/words";
import type { ConnectedAccount } from "@/lib/shared/connection";

export type AccountStatus = {
  tone: "good" | "pending" | "bad";
  words: string;
  /** It worked once, and can be connected again; the words are followed by when it ended. */
  lost: boolean;
};

type StatusWords = Words["connections"]["status"];

const known: ReadonlyMap<string, Omit<AccountStatus, "words"> & { key: keyof StatusWords }> =
  new Map([
    ["ACTIVE", { tone: "good", key: "connected", lost: false }],
    ["EXPIRED", { tone: "bad", key: "signedOut", lost: true }],
    ["INACTIVE", { tone: "bad", key: "switchedOff", lost: true }],
    ["REVOKED", { tone: "bad", key: "takenBack", lost: true }],
  ]);

/** What a status of the router's means to a person; one nobody knows yet is shown as it is. */
export function accountStatus(status: string, words: StatusWords): AccountStatus {
  const found = known.get(status);
  if (!found) return { tone: "pending", words: status.toLowerCase(), lost: false };
  const { tone, key, lost } = found;
  return { tone, words: words[key], lost };
}

const unfinished: ReadonlySet<string> = new Set(["INITIALIZING", "INITIATED", "FAILED"]);

/**
 * The accounts a person has something to see or do about. At the router every try to connect leaves an account behind: one
 * that came to nothing is none.
 */
export function accountsToShow(accounts: readonly ConnectedAccount[]): ConnectedAccount[] {
  return accounts.filter(({ status }) => !unfinished.has(status));
}
