import "server-only";
import { customFetch } from "next-auth";
import type { OIDCConfig } from "next-auth/providers";
import { z } from "zod";
import type { SignInWays } from "../../settings/sign-in-ways.ts";
import { type Identity, shownName, storedAddresses } from "./identity.ts";
import { providerFetch } from "./provider-fetch.ts";

type Settings = NonNullable<SignInWays["oidc"]>;

const claimsSchema = z.object({
  sub: z.string().min(1),
  name: z.string().optional().catch(undefined),
  preferred_username: z.string().optional().catch(undefined),
  email: z.string().optional().catch(undefined),
  /** Some providers say it as a text. */
  email_verified: z
    .union([z.literal(true), z.literal("true")])
    .optional()
    .catch(undefined),
});

export function oidcProvider(settings: Settings): OIDCConfig<{ sub: string }> {
  return {
    id: "oidc",
    type: "oidc",
    name: settings.name,
    issuer: settings.issuer,
    clientId: settings.clientId,
    clientSecret: settings.clientSecret,
    checks: ["pkce", "state", "nonce"],
    authorization: { params: { scope: "openid profile email" } },
    // The standard puts claims of these scopes there, and not into the token.
    idToken: false,
    profile: ({ sub }) => ({ id: sub }),
    [customFetch]: providerFetch,
  };
}

/** @throws ZodError when the provider does not say who it is. */
export function oidcIdentity({ issuer }: Settings, profile: unknown): Identity {
  const claims = claimsSchema.parse(profile);
  const verified = claims.email && claims.email_verified ? [claims.email] : [];
  return {
    issuer,
    subject: claims.sub,
    name: shownName(claims.name, claims.preferred_username, claims.email),
    emails: storedAddresses(verified),
  };
}
