import "server-only";
import type { NextAuthConfig } from "next-auth";

/** What every cookie of ours has in common; without a domain, it goes to this host alone. */
const options = (secure: boolean) => ({
  httpOnly: true,
  sameSite: "lax" as const,
  path: "/",
  secure,
});

/**
 * The cookies next-auth sets, under names of ours. `__Host-` makes a browser refuse one that another host, another path or an
 * unencrypted connection tries to set; without encryption there can be no such name.
 */
export function cookiesFor(secure: boolean): NonNullable<NextAuthConfig["cookies"]> {
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
  };
}
