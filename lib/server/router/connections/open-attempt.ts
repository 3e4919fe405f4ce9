import "server-only";
import { randomBytes } from "node:crypto";
import type { ConnectionState } from "@/lib/shared/connection";
import { environment } from "../../environment.ts";
import { BranchlineError, isBranchlineError } from "../../errors.ts";
import { say } from "../../say.ts";
import { callingRouter } from "../composio.ts";
import { openRouterSession } from "../session.ts";
import { type AttemptRow, moveAttempt, readAttempt, type Statuses } from "./attempts.ts";
import type { Browser } from "./browser.ts";
import { failedState } from "./failed-state.ts";
import { openLink } from "./link-moves.ts";
import { callbackHash } from "./links.ts";

/** The router gives an unused link up after this long, in milliseconds. */
const linkLifetime = 10 * 60_000;

/** Hosts a person may be sent to for signing in, besides the configured router's own. */
const connectHosts = new Set(["connect.composio.dev"]);

/**
 * The address to send the browser to. The embedded consent page is reached by the path alone, because the browser may know
 * this server by another name than the server itself.
 *
 * @throws BranchlineError `router_failed` for an address that is not on the list.
 */
export function consentAddress(link: string): string {
  const { router, modes } = environment();
  const url = URL.parse(link);
  const own = url?.origin === new URL(router.address).origin;
  if (url && own && modes.router === "embedded") {
    // Two slashes at its beginning would make a host of the path.
    return `${url.pathname.replace(/^\/+/, "/")}${url.search}`;
  }
  if (url && (own || (url.protocol === "https:" && connectHosts.has(url.host)))) return url.href;
  throw new BranchlineError("router_failed", say("foreignSignIn"), {
    hint: say("tellAdministrator"),
  });
}

/** Why no link could be made, as the card says it; null where it says nothing of the attempt. */
function failureOf(error: unknown): Extract<ConnectionState, { status: "failed" }> | null {
  if (!isBranchlineError(error)) return null;
  switch (error.code) {
    case "toolkit_not_configured":
      return failedState(error.said.message, "not-configured");
    case "router_unreachable":
    case "router_timeout":
      return failedState(error.said.message, "unreachable");
    case "router_failed":
    case "router_refused_key":
      return failedState(error.said.message);
    default:
      return null;
  }
}

/** States in which nothing of an attempt is under way that a failure to open it once more could end. */
const atRest: Statuses = ["needed", "failed", "expired"];

const finishedAlready = () =>
  new BranchlineError("already_decided", say("connectionFinished"), {
    hint: say("backToYourChat"),
  });

async function makeLink({ userId, toolkit }: AttemptRow, callbackUrl: string) {
  const session = await openRouterSession(userId);
  // Every link asked for leaves an account behind at the router.
  const link = await callingRouter("once", (request) =>
    session.authorize(toolkit, { callbackUrl }, request),
  );
  return { accountId: link.id, address: consentAddress(link.redirectUrl ?? "") };
}

/**
 * Makes a fresh link for an attempt of this user's and answers where to go. The link is not kept anywhere; what comes of it
 * counts only when the same browser comes back from it.
 *
 * @param opener the signed-in browser that will follow the link
 * @param origin where this browser sees the installation, such as `http://localhost:3000`
 * @throws BranchlineError `not_found`, `already_decided` when it has ended, or the router's errors, which the attempt has then
 *   failed with.
 */
export async function openAttempt(opener: Browser, id: string, origin: string): Promise<string> {
  const attempt = await readAttempt(opener.userId, id);
  if (attempt.status === "connected" || attempt.status === "declined") throw finishedAlready();
  const secret = randomBytes(32).toString("base64url");
  const callbackUrl = `${origin}/connect/callback?state=${secret}`;
  const { accountId, address } = await makeLink(attempt, callbackUrl).catch(async (error) => {
    const failed = failureOf(error);
    if (failed) await moveAttempt(attempt, atRest, failed);
    throw error;
  });
  const opened = await openLink(attempt, {
    accountId,
    userId: opener.userId,
    sessionId: opener.sessionId,
    toolkit: attempt.toolkit,
    callbackHash: callbackHash(secret),
    expiresAt: new Date(Date.now() + linkLifetime),
  });
  if (!opened) throw finishedAlready();
  return address;
}
