import type { Account, Workspace } from "../store/account-schema";
import type { WorldDocument } from "../store/world-schema";
import { apiLink, siteLink, timestamp } from "./links";

export function viewAccount(account: Account) {
  const address = encodeURIComponent(account.uuid);
  return {
    type: "user",
    uuid: account.uuid,
    account_id: account.accountId,
    nickname: account.nickname,
    display_name: account.displayName,
    links: {
      self: apiLink(`users/${address}`),
      html: siteLink(`${address}/`),
      avatar: siteLink(`account/${account.nickname}/avatar/`),
    },
  };
}
export type AccountView = ReturnType<typeof viewAccount>;

/** The account behind a reference of the document; null for one that is empty or no longer there. */
export function viewAccountOf(document: WorldDocument, uuid: string | null): AccountView | null {
  const account = document.accounts.find((candidate) => candidate.uuid === uuid);
  return account ? viewAccount(account) : null;
}

export function viewCurrentUser(account: Account) {
  return {
    ...viewAccount(account),
    username: account.nickname,
    account_status: "active",
    has_2fa_enabled: null,
    is_staff: false,
    created_on: timestamp(account.createdOn),
  };
}

export function viewWorkspace(workspace: Workspace) {
  return {
    ...viewWorkspaceBriefly(workspace),
    is_private: workspace.isPrivate,
    created_on: timestamp(workspace.createdOn),
  };
}

export function viewWorkspaceBriefly(workspace: Workspace) {
  return {
    type: "workspace",
    uuid: workspace.uuid,
    slug: workspace.slug,
    name: workspace.name,
    links: {
      self: apiLink(`workspaces/${workspace.slug}`),
      html: siteLink(`${workspace.slug}/`),
      avatar: siteLink(`workspaces/${workspace.slug}/avatar/`),
      repositories: apiLink(`repositories/${workspace.slug}`),
      members: apiLink(`workspaces/${workspace.slug}/members`),
    },
  };
}
