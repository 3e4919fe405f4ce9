export type AccountStatus = { tone: "good" | "pending" | "bad"; words: string };

const known: ReadonlyMap<string, AccountStatus> = new Map([
  ["ACTIVE", { tone: "good", words: "Connected" }],
  ["INITIALIZING", { tone: "pending", words: "Sign-in not finished" }],
  ["INITIATED", { tone: "pending", words: "Sign-in not finished" }],
  ["FAILED", { tone: "bad", words: "Sign-in failed" }],
  ["EXPIRED", { tone: "bad", words: "Expired – connect again" }],
  ["INACTIVE", { tone: "bad", words: "Switched off" }],
  ["REVOKED", { tone: "bad", words: "Revoked by the provider – connect again" }],
]);

/** What a status of the router's means to a person; one nobody knows yet is shown as it is. */
export function accountStatus(status: string): AccountStatus {
  return known.get(status) ?? { tone: "pending", words: status.toLowerCase() };
}
