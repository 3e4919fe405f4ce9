import "server-only";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { addToLogContext } from "../log-context.ts";
import { auth } from "./configuration.ts";
import { type CurrentUser, type OpenSession, readSession } from "./sessions.ts";

/** The session of this request, read from the database: a cookie alone proves nothing. */
export const currentSession = cache(async (): Promise<OpenSession | null> => {
  const session = await auth();
  const open = session?.sessionId ? await readSession(session.sessionId) : null;
  if (open) addToLogContext({ user: open.user.id });
  return open;
});

/** The signed-in person of this request. */
export async function currentUser(): Promise<CurrentUser | null> {
  return (await currentSession())?.user ?? null;
}

/** For pages: goes to the sign-in page when nobody is signed in, and comes back to `from` afterwards. */
export async function requireUser(from = "/"): Promise<CurrentUser> {
  const user = await currentUser();
  if (!user) redirect(from === "/" ? "/signin" : `/signin?next=${encodeURIComponent(from)}`);
  return user;
}

/** For pages: like {@link requireUser}; for whoever is no administrator, there is no such page. */
export async function requireAdmin(from: string): Promise<CurrentUser> {
  const user = await requireUser(from);
  if (user.role !== "admin") notFound();
  return user;
}
