import "server-only";
import { cookies } from "next/headers";
import { languageCookie } from "../shared/language";
import type { Preferences } from "../shared/preferences";
import { parseTheme, type Theme, themeCookie } from "../shared/theme";

const yearInSeconds = 31_536_000;

/** Keeps in this browser what somebody chose: in cookies, because pages are written by the server, also before a sign-in. */
export async function keepPreferences({ language, theme }: Preferences): Promise<void> {
  const jar = await cookies();
  const options = { path: "/", maxAge: yearInSeconds, sameSite: "lax", httpOnly: true } as const;
  if (language) jar.set(languageCookie, language, options);
  if (theme) jar.set(themeCookie, theme, options);
}

/** The theme that whoever asks has chosen in their browser. */
export async function requestTheme(): Promise<Theme> {
  return parseTheme((await cookies()).get(themeCookie)?.value);
}
