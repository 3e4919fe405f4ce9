import type { SandboxIdentity } from "../../contract";
import { authConfigId } from "../identifiers";
import type { StoredAccount } from "../store/schema";
import type { Toolkit } from "../toolkit";
import { accountStatus, statusReason } from "./status";

/** Who the account belongs to at the provider; null until somebody has consented. */
export function accountIdentity(account: StoredAccount, toolkit: Toolkit) {
  const { state } = account;
  switch (state.status) {
    case "ACTIVE":
    case "INACTIVE":
    case "EXPIRED":
    case "REVOKED":
      return toolkit.identities.find((identity) => identity.username === state.username) ?? null;
    case "INITIATED":
    case "FAILED":
      return null;
  }
}

/** A person, for display. */
export function identityView(identity: SandboxIdentity) {
  return { username: identity.username, display_name: identity.displayName };
}

/** The account object of `GET /connected_accounts/{id}`. It holds no tokens, because there are none. */
export function accountView(account: StoredAccount, toolkit: Toolkit, now: number) {
  const status = accountStatus(account, now);
  const identity = accountIdentity(account, toolkit);
  return {
    id: account.id,
    word_id: account.wordId,
    alias: account.alias,
    user_id: account.userId,
    status,
    status_reason: statusReason(account, now),
    toolkit: { slug: account.toolkit },
    auth_config: {
      id: authConfigId(account.toolkit),
      auth_scheme: "OAUTH2",
      is_composio_managed: true,
      is_disabled: false,
    },
    is_disabled: status === "INACTIVE",
    data: identity ? identityView(identity) : {},
    params: {},
    created_at: new Date(account.createdAt).toISOString(),
    updated_at: new Date(account.updatedAt).toISOString(),
  };
}
