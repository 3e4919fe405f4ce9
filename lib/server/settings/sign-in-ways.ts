import type { SignInWaySettings } from "./providers.ts";

/** The ways in, resolved. A provider that is null is not offered. */
export function signInWays(settings: SignInWaySettings, embedded: boolean) {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = settings;
  const { BITBUCKET_CLIENT_ID, BITBUCKET_CLIENT_SECRET } = settings;
  return {
    password: settings.PASSWORD_SIGN_IN === "on",
    // Guests cost nothing only while everything is embedded.
    guests: settings.GUESTS ? settings.GUESTS === "on" : embedded,
    /** Lower case; null for all of them. */
    domains: settings.ALLOWED_EMAIL_DOMAINS ?? null,
    /** Verified addresses of those who become administrators, lower case. */
    administrators: settings.ADMIN_EMAILS,
    oidc:
      OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET
        ? {
            issuer: OIDC_ISSUER,
            clientId: OIDC_CLIENT_ID,
            clientSecret: OIDC_CLIENT_SECRET,
            name: settings.OIDC_NAME ?? new URL(OIDC_ISSUER).hostname,
          }
        : null,
    bitbucket:
      BITBUCKET_CLIENT_ID && BITBUCKET_CLIENT_SECRET
        ? {
            clientId: BITBUCKET_CLIENT_ID,
            clientSecret: BITBUCKET_CLIENT_SECRET,
            address: new URL(settings.BITBUCKET_URL).origin,
            apiAddress: new URL(settings.BITBUCKET_API_URL).origin,
          }
        : null,
  };
}

export type SignInWays = ReturnType<typeof signInWays>;
