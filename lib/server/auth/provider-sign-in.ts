import "server-only";
import { NextRequest } from "next/server";
import { AuthError } from "next-auth";
import { BranchlineError, isBranchlineError, toBranchlineError } from "../errors.ts";
import { clientAddress } from "../http/client-address.ts";
import { publicOrigin } from "../http/origin.ts";
import { log } from "../log.ts";
import { say } from "../say.ts";
import { handlers, signIn, throwing } from "./configuration.ts";
import { forgetBegunSignIn } from "./cookies.ts";
import { ownPath } from "./own-path.ts";
import type { ProviderId } from "./providers/index.ts";
import { reasonOf, rotateSession } from "./sign-in.ts";
import { countTry, noteRefusal } from "./throttle.ts";

/** Where a provider sends people back to; it is registered there. */
const callbackAddress = (request: Request, provider: ProviderId) =>
  `${publicOrigin(request)}/api/auth/callback/${provider}`;

/**
 * Why a sign-in failed, as far as a person may know; the log has its kind, and nothing that the provider said.
 *
 * @param answered the error that the provider sent the browser back with
 */
function refusalOf(thrown: unknown, answered: string | null = null): BranchlineError {
  const error = reasonOf(thrown);
  if (isBranchlineError(error)) return error;
  // That it is an answer to what was begun here has been checked before it says this.
  const refused = error instanceof AuthError && error.type === "OAuthCallbackError";
  if (refused && answered === "access_denied")
    return new BranchlineError("sign_in_cancelled", say("cancelled"));
  const kind = error instanceof AuthError ? error.type : "unknown";
  log.warn("sign_in.provider_failed", { kind });
  return new BranchlineError("sign_in_failed", say("notCompleted"), { cause: thrown });
}

/**
 * Begins to sign this browser in with a provider. What comes back has to belong to what is begun here: the browser gets cookies
 * that nothing but this server can read.
 *
 * @param next where to go afterwards, if it is a path of ours
 * @returns the provider's address to go to
 * @throws BranchlineError `identity_provider_unreachable` or `sign_in_failed`
 */
export async function beginSignIn(
  request: Request,
  provider: ProviderId,
  next: string | undefined,
): Promise<string> {
  const redirect_uri = callbackAddress(request, provider);
  try {
    const address: unknown = await throwing(() =>
      signIn(provider, { redirect: false, redirectTo: ownPath(next) }, { redirect_uri }),
    );
    if (typeof address === "string") return address;
  } catch (error) {
    throw refusalOf(error);
  }
  throw new Error("The provider's address is missing.");
}

/** Redeems the code that a provider has sent a browser back with. */
async function redeemCode(request: Request, provider: ProviderId): Promise<Response> {
  const attempt = await countTry(clientAddress(request), null);
  // The code is redeemed with the address that it was asked for with.
  const { search, searchParams } = new URL(request.url);
  const returned = new NextRequest(`${callbackAddress(request, provider)}${search}`, {
    headers: request.headers,
  });
  try {
    const response = await rotateSession(() => throwing(() => handlers.GET(returned)));
    await attempt.succeed();
    return response;
  } catch (error) {
    noteRefusal();
    const refusal = refusalOf(error, searchParams.get("error"));
    // Whoever was asked who they are, and refuses or is refused, has guessed nothing.
    if (refusal.code !== "sign_in_failed") await attempt.succeed();
    throw refusal;
  }
}

/**
 * Ends what {@link beginSignIn} began: the browser comes back with a code, and gets a session of its own.
 *
 * @returns a redirect to where the person wanted to go, with the session's cookie; or to the sign-in page, which says why not
 */
export async function completeSignIn(request: Request, provider: ProviderId): Promise<Response> {
  try {
    return await redeemCode(request, provider);
  } catch (thrown) {
    const error = toBranchlineError(thrown);
    if (error.status >= 500) log.error(`sign_in.${error.code}`, error.cause ?? error);
    const query = new URLSearchParams({ error: error.code, next: await forgetBegunSignIn() });
    return new Response(null, { status: 303, headers: { location: `/signin?${query}` } });
  }
}
