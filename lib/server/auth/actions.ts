"use server";

import { AuthError } from "next-auth";
import type { ErrorView } from "@/lib/shared/error";
import { BranchlineError, isBranchlineError } from "../errors.ts";
import { auth, signIn, signOut } from "./configuration.ts";
import { ownPath } from "./own-path.ts";
import { closeSession } from "./sessions.ts";

/** Signs in as a new guest and goes to `next`. */
export async function signInAsGuest(next?: string): Promise<void> {
  await signIn("guest", { redirectTo: ownPath(next) });
}

/** Signs in and goes to `next`; answers the error to show when it could not. */
export async function signInWithPassword(details: {
  email: string;
  password: string;
  next?: string;
}): Promise<{ error: ErrorView } | undefined> {
  try {
    await signIn("password", {
      email: String(details.email),
      password: String(details.password),
      redirectTo: ownPath(details.next),
    });
  } catch (error) {
    if (isBranchlineError(error)) return { error: error.view() };
    if (error instanceof AuthError) {
      const wrong = new BranchlineError(
        "wrong_credentials",
        "This e-mail address and password do not belong together.",
      );
      return { error: wrong.view() };
    }
    // A redirect is thrown, too.
    throw error;
  }
}

export async function signOutUser(): Promise<void> {
  const session = await auth();
  if (session?.sessionId) await closeSession(session.sessionId);
  await signOut({ redirectTo: "/signin" });
}
