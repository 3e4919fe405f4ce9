import "server-only";
import { redirect } from "next/navigation";
import { cache } from "react";
import { BranchlineError } from "../errors.ts";
import { auth } from "./configuration.ts";
import { type CurrentUser, readSession } from "./sessions.ts";

/** The signed-in person of this request, read from the database: a cookie alone proves nothing. */
export const currentUser = cache(async (): Promise<CurrentUser | null> => {
  const session = await auth();
  return session?.sessionId ? readSession(session.sessionId) : null;
});

/** For pages: goes to the sign-in page when nobody is signed in, and comes back to `from` afterwards. */
export async function requireUser(from = "/"): Promise<CurrentUser> {
  const user = await currentUser();
  if (!user) redirect(from === "/" ? "/signin" : `/signin?next=${encodeURIComponent(from)}`);
  return user;
}

/** For handlers. @throws BranchlineError `not_signed_in`. */
export async function authorize(): Promise<CurrentUser> {
  const user = await currentUser();
  if (!user) throw new BranchlineError("not_signed_in", "You are not signed in.");
  return user;
}
