import { accountStatus } from "../accounts/status";
import { sha256 } from "../identifiers";
import type { RouterServices } from "../services";
import type { RouterState, StoredAccount } from "../store/schema";

export type LinkState =
  | { kind: "unknown" }
  | { kind: "used" }
  | { kind: "expired"; account: StoredAccount }
  | { kind: "open"; account: StoredAccount };

/** What a link token leads to. Tokens are compared by hash, so a lookup's timing tells nothing about one. */
export function linkState(state: RouterState, token: string, now: number): LinkState {
  const tokenHash = sha256(token);
  const account = state.accounts.find((candidate) => candidate.link.tokenHash === tokenHash);
  if (!account) return { kind: "unknown" };
  switch (accountStatus(account, now)) {
    case "INITIATED":
      return { kind: "open", account };
    case "EXPIRED":
      // Signed out long after somebody had answered here.
      return account.state.status === "EXPIRED" ? { kind: "used" } : { kind: "expired", account };
    case "ACTIVE":
    case "INACTIVE":
    case "FAILED":
    case "REVOKED":
      return { kind: "used" };
  }
}

export type Decision = { kind: "allow"; username: string } | { kind: "deny" };

/** Decides an open link, once: of two answers that arrive together, the second finds it used. */
export async function decideLink(
  { store, now }: RouterServices,
  token: string,
  decision: Decision,
): Promise<LinkState> {
  return store.update((draft) => {
    const link = linkState(draft, token, now());
    if (link.kind !== "open") return link;
    link.account.updatedAt = now();
    link.account.state =
      decision.kind === "allow"
        ? { status: "ACTIVE", username: decision.username }
        : { status: "FAILED", reason: "The user denied access" };
    return link;
  });
}
