import "server-only";
import type { ConnectionState } from "@/lib/shared/connection";
import { say } from "../../say.ts";
import { type Account, accountsAtRouter, deleteAtRouter } from "./accounts.ts";
import { failedState } from "./failed-state.ts";
import { awaitReturn, endLink } from "./link-moves.ts";
import {
  allUnverifiedLinks,
  forgetOldLinks,
  type LinkRow,
  markDiscarded,
  unverifiedLinks,
} from "./links.ts";
import { releasePins } from "./pin-accounts.ts";

/** Milliseconds in which the browser that started may come back once the account was first seen to be active. */
const returnLimit = 60_000;

const notReturned = () => failedState(say("notReturned"));

/** How a link ends whose account stands like this at the router; null while it may still be finished. */
export function endingOf(link: LinkRow, account: Account | undefined): ConnectionState | null {
  switch (account?.status) {
    case "ACTIVE": {
      const wrong = account.toolkit !== link.toolkit;
      const late = link.activeSince && link.activeSince.getTime() + returnLimit < Date.now();
      return wrong || late ? notReturned() : null;
    }
    case "FAILED":
    case "REVOKED":
      return failedState(
        account.statusReason
          ? say("signInPageSaid", account.statusReason.replace(/[.\s]*$/, ""))
          : say("accessRefused"),
        "refused",
      );
    case "EXPIRED":
      return { status: "expired" };
    default:
      return link.expiresAt.getTime() < Date.now() ? { status: "expired" } : null;
  }
}

/** Deletes a revoked link's account at the router. @throws BranchlineError the router's errors; it is revoked still then. */
async function discard(link: LinkRow): Promise<void> {
  await deleteAtRouter(link.accountId);
  const left = await unverifiedLinks(link.userId);
  if (left.every(({ accountId }) => accountId === link.accountId)) await releasePins(link.userId);
  await markDiscarded(link.accountId);
}

/** Deletes the accounts of a user's revoked links at the router. What cannot be deleted now is tried again by {@link checkAllLinks}. */
export async function discardRevoked(userId: string): Promise<void> {
  for (const link of await unverifiedLinks(userId))
    if (link.status === "revoked") await discard(link).catch(() => {});
}

/** Ends a link whose account counts for nothing any more, and deletes that account if the router can be reached. */
export async function endAndDiscard(link: LinkRow, state: ConnectionState): Promise<void> {
  await endLink(link, state);
  await discardRevoked(link.userId);
}

/** An account is active and nobody came back from its link, or somebody else did: it is thrown away. */
export function rejectAccount(link: LinkRow): Promise<void> {
  return endAndDiscard(link, notReturned());
}

async function checkLink(link: LinkRow, account: Account | undefined): Promise<void> {
  if (link.status === "revoked") return discard(link);
  // Its chat was deleted: nobody can finish it.
  const ending = link.attemptId ? endingOf(link, account) : ({ status: "expired" } as const);
  if (ending) return endAndDiscard(link, ending);
  if (account?.status !== "ACTIVE" || link.activeSince) return;
  const now = new Date();
  await awaitReturn(link, now, new Date(now.getTime() + returnLimit));
}

/**
 * Asks the router how a user's links stand, and moves them on. The router's word ends a link; it never verifies one: that takes
 * the browser that started it, see `return-from-consent.ts`.
 *
 * @throws BranchlineError the router's errors
 */
export async function checkLinks(userId: string): Promise<void> {
  const links = await unverifiedLinks(userId);
  if (links.length === 0) return;
  const accounts = new Map(
    (await accountsAtRouter(userId)).map((account) => [account.id, account]),
  );
  for (const link of links) await checkLink(link, accounts.get(link.accountId));
}

/**
 * {@link checkLinks} for everybody whose turn it is. What cannot be asked about now is asked about next time.
 *
 * @param isDue whether to ask about somebody's links; without it, everybody's are asked about
 */
export async function checkAllLinks(
  isDue: (userId: string, links: readonly LinkRow[]) => boolean = () => true,
): Promise<void> {
  const due = [...(await allUnverifiedLinks())].filter(([userId, links]) => isDue(userId, links));
  await Promise.allSettled(due.map(([userId]) => checkLinks(userId)));
  await forgetOldLinks();
}
