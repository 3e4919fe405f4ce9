import "server-only";
import { setTimeout as delay } from "node:timers/promises";
import { logRefusal } from "../../auth/refusals.ts";
import { say } from "../../say.ts";
import { accountsAtRouter } from "./accounts.ts";
import { keepForChat, replaceNamesakes, resumeOthers } from "./adopt-account.ts";
import { type AttemptRow, readBegunAttempt } from "./attempts.ts";
import type { Browser } from "./browser.ts";
import { discardRevoked, endAndDiscard, endingOf } from "./check-links.ts";
import { confirmBrowser } from "./confirm-browser.ts";
import { failedState } from "./failed-state.ts";
import { failAttemptOf, verifyLink } from "./link-moves.ts";
import { findLinkByCallback, isOpen, type LinkRow, unverifiedLinks } from "./links.ts";
import { releasePins } from "./pin-accounts.ts";

/** Milliseconds that the router is given to say that an account is active, once the browser has come back. */
const confirmationLimit = 8_000;
const confirmationInterval = 400;
/** Milliseconds in which a second browser with the same value would turn up, where the first had to wait for the account. */
const secondBrowserLimit = 2_000;

export type Return =
  /** Nobody has this address, or it was used up. */
  | { kind: "unknown" }
  /** It was made for somebody else's browser, or for another one of the same person's. Nothing was connected. */
  | { kind: "foreign"; samePerson: boolean }
  | { kind: "own"; attempt: AttemptRow; accountId: string };

/** Where the attempt of a link stands, for the browser it was made for. */
async function ownReturn(link: LinkRow): Promise<Return> {
  if (!link.attemptId) return { kind: "unknown" };
  const attempt = await readBegunAttempt(link.userId, link.attemptId);
  return { kind: "own", attempt, accountId: link.accountId };
}

/** The account is this browser's: lets the router use it. */
async function verify(link: LinkRow, account: string | undefined): Promise<void> {
  const others = await unverifiedLinks(link.userId);
  if (others.every(({ accountId }) => accountId === link.accountId)) await releasePins(link.userId);
  await keepForChat(link);
  await verifyLink(link, account);
  await replaceNamesakes(link);
  await resumeOthers(link);
  await discardRevoked(link.userId);
}

/** Waits for the router's word about the account of a link whose browser has come back. */
async function finish(link: LinkRow): Promise<void> {
  const deadline = performance.now() + confirmationLimit;
  for (let looks = 1; await isOpen(link.accountId); looks += 1) {
    const accounts = await accountsAtRouter(link.userId);
    const account = accounts.find(({ id }) => id === link.accountId);
    const ending = endingOf({ ...link, activeSince: null }, account);
    if (ending) return endAndDiscard(link, ending);
    if (account?.status === "ACTIVE") {
      // Who came before the account was active may have been waiting for somebody else to allow it.
      if (looks > 1) await delay(secondBrowserLimit);
      return verify(link, account.account);
    }
    if (performance.now() > deadline) {
      return endAndDiscard(link, failedState(say("returnedEarly")));
    }
    await delay(confirmationInterval);
  }
}

async function refuse(link: LinkRow, visitor: Browser | null): Promise<Return> {
  const samePerson = visitor?.userId === link.userId;
  logRefusal(visitor?.userId, { kind: "account", id: link.accountId });
  const reason = samePerson ? say("otherBrowser") : say("otherPerson");
  await failAttemptOf(link, failedState(reason));
  await discardRevoked(link.userId);
  return { kind: "foreign", samePerson };
}

/**
 * A browser came to our callback address. Only the one that opened the link finishes it: whoever else brings the value has
 * consented to something that was not theirs, so the account is thrown away at once. The value works once.
 *
 * @param visitor null when nobody is signed in
 * @param sessionUri what the router has sent along to be told of this browser, where it wants to be
 * @throws BranchlineError the router's errors; the same browser may then come again.
 */
export async function returnFromConsent(
  visitor: Browser | null,
  secret: string,
  sessionUri?: string,
): Promise<Return> {
  const link = await findLinkByCallback(secret);
  if (!link) return { kind: "unknown" };
  const own = visitor?.userId === link.userId && visitor.sessionId === link.sessionId;
  switch (link.status) {
    case "open":
      if (!own) return refuse(link, visitor);
      if (sessionUri && !(await confirmBrowser(link, sessionUri))) return refuse(link, visitor);
      await finish(link);
      return ownReturn(link);
    case "verified":
    case "revoked":
    case "discarded":
      return own ? ownReturn(link) : { kind: "unknown" };
  }
}
