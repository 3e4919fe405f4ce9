import "server-only";
import { cookies, headers } from "next/headers";
import type { NextAuthConfig } from "next-auth";
import { environment } from "../environment.ts";
import { ownPath } from "./own-path.ts";

/** What every cookie of ours has in common; without a domain, it goes to this host alone. */
const options = (secure: boolean) => ({
  httpOnly: true,
  sameSite: "lax" as const,
  path: "/",
  secure,
});

/** Whether browsers reach this installation over https. */
async function isEncrypted(): Promise<boolean> {
  const { publicAddress } = environment();
  if (publicAddress) return publicAddress.startsWith("https:");
  return (await headers()).get("x-forwarded-proto") === "https";
}

/**
 * The cookies next-auth sets, under names of ours. `__Host-` makes a browser refuse one that another host, another path or an
 * unencrypted connection tries to set; without encryption there can be no such name.
 */
export async function ourCookies() {
  const secure = await isEncrypted();
  const cookie = (name: string) => ({
    name: `${secure ? "__Host-" : ""}branchline.${name}`,
    options: options(secure),
  });
  return {
    sessionToken: cookie("session"),
    csrfToken: cookie("csrf"),
    callbackUrl: cookie("callback"),
    pkceCodeVerifier: cookie("pkce"),
    state: cookie("state"),
    nonce: cookie("nonce"),
    webauthnChallenge: cookie("challenge"),
  } satisfies NonNullable<NextAuthConfig["cookies"]>;
}

/**
 * Ends what this browser began with a provider: what would still let it come back is gone.
 *
 * @returns the path where the person wanted to go
 */
export async function forgetBegunSignIn(): Promise<string> {
  const jar = await cookies();
  const { callbackUrl, pkceCodeVerifier, state, nonce } = await ourCookies();
  const next = ownPath(jar.get(callbackUrl.name)?.value);
  for (const cookie of [callbackUrl, pkceCodeVerifier, state, nonce])
    jar.set(cookie.name, "", { ...cookie.options, maxAge: 0 });
  return next;
}
