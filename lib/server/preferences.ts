import "server-only";
import { cookies } from "next/headers";
import { languageCookie } from "../shared/language";
import type { Preferences } from "../shared/preferences";

const yearInSeconds = 31_536_000;

/** Keeps in this browser what somebody chose: in cookies, because pages are written by the server, also before a sign-in. */
export async function keepPreferences({ language }: Preferences): Promise<void> {
  const jar = await cookies();
  const options = { path: "/", maxAge: yearInSeconds, sameSite: "lax", httpOnly: true } as const;
  if (language) jar.set(languageCookie, language, options);
}
