import { HostedError } from "../errors";
import { newAccountId, newLinkToken, newWordId, sha256 } from "../identifiers";
import type { RouterServices } from "../services";
import type { RouterState, StoredAccount } from "../store/schema";
import { accountStatus, linkLifetime } from "./status";

export type IssuedLink = {
  account: StoredAccount;
  token: string;
  redirectUrl: string;
  /** Milliseconds since the epoch. */
  expiresAt: number;
};

/** A fresh token for an account's link, and the address of its consent page. */
function issue(token: string, account: StoredAccount, address: string): IssuedLink {
  return {
    account,
    token,
    redirectUrl: `${address}/consent/${token}`,
    expiresAt: account.link.issuedAt + linkLifetime,
  };
}

function checkAlias(state: RouterState, owner: { userId: string; toolkit: string }, alias: string) {
  const taken = state.accounts.some(
    (account) =>
      account.userId === owner.userId &&
      account.toolkit === owner.toolkit &&
      account.alias === alias,
  );
  if (taken) {
    throw new HostedError("accountRefused", `The alias "${alias}" is already in use.`);
  }
}

/**
 * Starts connecting: every call makes a new account row and a new link, even beside an active account. Throws the hosted
 * service's 400 when the alias is taken or the user has `maximum` active accounts already.
 */
export async function createLink(
  { store, toolkit, now }: RouterServices,
  request: {
    userId: string;
    callbackUrl: string | undefined;
    alias?: string | undefined;
    maximum?: number | undefined;
    /** The router's address as the caller sees it. */
    address: string;
  },
): Promise<IssuedLink> {
  const token = newLinkToken();
  const account = await store.update((draft) => {
    const time = now();
    const owner = { userId: request.userId, toolkit: toolkit.slug };
    if (request.alias) checkAlias(draft, owner, request.alias);
    const active = draft.accounts.filter(
      (candidate) =>
        candidate.userId === owner.userId && accountStatus(candidate, time) === "ACTIVE",
    );
    if (request.maximum !== undefined && active.length >= request.maximum) {
      throw new HostedError(
        "badRequest",
        `This user already has ${active.length} connected accounts for ${toolkit.slug}, the most this session allows.`,
      );
    }
    const created: StoredAccount = {
      id: newAccountId(),
      wordId: newWordId(toolkit.slug),
      alias: request.alias || null,
      ...owner,
      createdAt: time,
      updatedAt: time,
      link: {
        tokenHash: sha256(token),
        callbackUrl: request.callbackUrl ?? null,
        issuedAt: time,
      },
      state: { status: "INITIATED" },
    };
    draft.accounts.push(created);
    return created;
  });
  return issue(token, account, request.address);
}

/** Sends an existing account through consent once more: whatever it was, it is INITIATED afterwards. */
export async function renewLink(
  { store, now }: RouterServices,
  request: { accountId: string; callbackUrl: string | undefined; address: string },
): Promise<IssuedLink> {
  const token = newLinkToken();
  const account = await store.update((draft) => {
    const found = accountIn(draft, request.accountId);
    found.updatedAt = now();
    found.link = {
      tokenHash: sha256(token),
      callbackUrl: request.callbackUrl ?? found.link.callbackUrl,
      issuedAt: found.updatedAt,
    };
    found.state = { status: "INITIATED" };
    return found;
  });
  return issue(token, account, request.address);
}

/** Throws the hosted service's 404 for an unknown account. */
export function accountIn(state: RouterState, id: string): StoredAccount {
  const account = state.accounts.find((candidate) => candidate.id === id);
  if (account) return account;
  throw new HostedError("accountNotFound", `Connected account not found: ${id}`);
}
