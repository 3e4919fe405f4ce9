import "server-only";
import { z } from "zod";
import type { ConnectedAccount } from "@/lib/shared/connection";
import { environment } from "../../environment.ts";
import { notFound } from "../../errors.ts";
import { callingRouter, composio } from "../composio.ts";
import { unverifiedLinks } from "./links.ts";
import { forgetAccount } from "./stored-choices.ts";

/** What of an account object leaves this file; the object itself may carry the provider's tokens. */
const accountSchema = z.object({
  id: z.string(),
  status: z.string(),
  statusReason: z.string().nullish(),
  toolkit: z.object({ slug: z.string() }),
  createdAt: z.string(),
  updatedAt: z.string().optional(),
  alias: z.string().nullish(),
  wordId: z.string().nullish(),
  data: z.object({ username: z.string().optional() }).nullish().catch(undefined),
});

const identifiedSchema = accountSchema.pick({ id: true });

/** Pages of 100 accounts that are read, at most. */
const pageLimit = 20;

export type Account = ConnectedAccount & {
  statusReason: string | undefined;
  /** ISO 8601: when it became what it is, as far as the router says. */
  updatedAt: string;
};

/**
 * The account objects the router keeps for a user, as they are: of these toolkits, or of all there ever were. The router is asked
 * by owner: what it lists belongs to this user.
 */
async function itemsAtRouter(userId: string, toolkits?: string[]): Promise<unknown[]> {
  // Every try to connect leaves an account behind, so one page may not hold them all.
  const items: unknown[] = [];
  let cursor: string | undefined;
  for (let page = 0; page === 0 || (cursor && page < pageLimit); page += 1) {
    const answer = await callingRouter("harmless", (request) =>
      composio().connectedAccounts.list(
        {
          userIds: [userId],
          ...(toolkits ? { toolkitSlugs: toolkits } : {}),
          limit: 100,
          ...(cursor ? { cursor } : {}),
        },
        request,
      ),
    );
    items.push(...answer.items);
    cursor = answer.nextCursor ?? undefined;
  }
  return items;
}

/**
 * Everything the router keeps for a user, newest first: accounts that count, and those of links nobody came back from.
 *
 * @throws BranchlineError `router_refused_key`, `router_unreachable`, `router_failed`.
 */
export async function accountsAtRouter(userId: string): Promise<Account[]> {
  const items = await itemsAtRouter(userId, environment().toolkits);
  return items
    .flatMap((item) => {
      const parsed = accountSchema.safeParse(item);
      if (!parsed.success) return [];
      const { id, status, statusReason, toolkit, createdAt, updatedAt, alias, wordId, data } =
        parsed.data;
      const account = alias ?? data?.username ?? wordId;
      return [
        {
          id,
          status,
          statusReason: statusReason ?? undefined,
          toolkit: toolkit.slug,
          createdAt,
          updatedAt: updatedAt ?? createdAt,
          ...(account ? { account } : {}),
        },
      ];
    })
    .sort(
      (left, right) =>
        right.createdAt.localeCompare(left.createdAt) ||
        right.updatedAt.localeCompare(left.updatedAt),
    );
}

/**
 * The user's accounts, newest first. An account counts only once the browser that asked for it has come back from signing in:
 * until then nobody knows whose it is.
 *
 * @throws BranchlineError like {@link accountsAtRouter}.
 */
export async function listAccounts(userId: string): Promise<Account[]> {
  // Links first: one that is verified in between costs a look later, the other way round it would let an account slip through.
  const unverified = new Set((await unverifiedLinks(userId)).map((link) => link.accountId));
  return (await accountsAtRouter(userId)).filter(({ id }) => !unverified.has(id));
}

/** The user's account with this id, or null. An account of somebody else's is not there. */
export async function findAccount(userId: string, accountId: string): Promise<Account | null> {
  return (await listAccounts(userId)).find((account) => account.id === accountId) ?? null;
}

/** The account that the router uses for a toolkit: the newest that is active. */
export async function activeAccount(userId: string, toolkit: string): Promise<Account | null> {
  const accounts = await listAccounts(userId);
  return (
    accounts.find((account) => account.toolkit === toolkit && account.status === "ACTIVE") ?? null
  );
}

/** @throws BranchlineError `not_found` when it is absent or somebody else's. */
export async function removeAccount(userId: string, accountId: string): Promise<void> {
  const account = await findAccount(userId, accountId);
  if (!account) throw notFound("connection", { kind: "account", id: accountId });
  await deleteAtRouter(accountId);
  await forgetAccount(userId, account);
}

const isGone = (error: unknown) =>
  typeof error === "object" && error !== null && "status" in error && error.status === 404;

/** Deletes an account at the router; one that is not there is deleted already. */
export async function deleteAtRouter(accountId: string): Promise<void> {
  await callingRouter("harmless", (request) =>
    composio()
      .connectedAccounts.delete(accountId, request)
      .catch((error: unknown) => {
        if (!isGone(error)) throw error;
      }),
  );
}

/**
 * Deletes every account the router keeps for a user, of whatever toolkit and in whatever state.
 *
 * @returns how many there were
 * @throws BranchlineError like {@link accountsAtRouter}; some may be deleted then.
 */
export async function deleteAllAtRouter(userId: string): Promise<number> {
  const items = await itemsAtRouter(userId);
  for (const item of items) {
    const known = identifiedSchema.safeParse(item);
    if (known.success) await deleteAtRouter(known.data.id);
  }
  return items.length;
}
