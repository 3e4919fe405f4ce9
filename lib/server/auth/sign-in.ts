import "server-only";
import { AuthError } from "next-auth";
import { isBranchlineError } from "../errors.ts";
import { auth, signIn, signOut } from "./configuration.ts";
import { currentSession } from "./index.ts";
import { ownPath } from "./own-path.ts";
import { closeSession, closeSessionsOf } from "./sessions.ts";

/** Who wants in: as a new guest, or as somebody who has an account. */
export type SignIn = { as: "guest" } | { as: "password"; email: string; password: string };

/** next-auth wraps what our own code throws. */
export function reasonOf(error: unknown): unknown {
  const reason = error instanceof AuthError ? error.cause?.err : undefined;
  return isBranchlineError(reason) ? reason : error;
}

/**
 * Signs this browser in, with a session of its own: whatever session its cookie named before is over.
 *
 * @param enter opens the new session
 */
export async function rotateSession<Result>(enter: () => Promise<Result>): Promise<Result> {
  const before = (await auth())?.sessionId;
  const result = await enter().catch((error: unknown) => {
    throw reasonOf(error);
  });
  if (before) await closeSession(before);
  return result;
}

/**
 * Signs this browser in as a guest or with a password.
 *
 * @returns the path to go to: `next` if it is one of ours
 * @throws BranchlineError as {@link createGuest} and {@link findMember} do
 */
export async function signInBrowser(
  { as, ...credentials }: SignIn,
  next: string | undefined,
): Promise<string> {
  await rotateSession(() => signIn(as, { ...credentials, redirect: false }));
  return ownPath(next);
}

/** Signs this browser out, or with `everywhere` all of its user's browsers. Copies of the cookies are dead at once. */
export async function signOutBrowser(everywhere: boolean): Promise<void> {
  const session = await currentSession();
  if (session && everywhere) await closeSessionsOf(session.user.id);
  if (session) await closeSession(session.id);
  await signOut({ redirect: false });
}
