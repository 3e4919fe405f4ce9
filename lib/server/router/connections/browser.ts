import "server-only";
import { currentSession } from "../../auth/index.ts";
import { BranchlineError } from "../../errors.ts";
import { say } from "../../say.ts";

/** A signed-in browser: the user, and the row of `user_session` its cookie stands for. */
export type Browser = { userId: string; sessionId: string };

/** The browser that makes this request, or null when nobody is signed in in it. */
export async function currentBrowser(): Promise<Browser | null> {
  const session = await currentSession();
  return session && { userId: session.user.id, sessionId: session.id };
}

/** @throws BranchlineError `not_signed_in`. */
export async function authorizeBrowser(): Promise<Browser> {
  const browser = await currentBrowser();
  if (!browser) throw new BranchlineError("not_signed_in", say("notSignedIn"));
  return browser;
}
