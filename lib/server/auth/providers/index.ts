import "server-only";
import type { Provider } from "next-auth/providers";
import type { OfferedProvider } from "@/lib/shared/sign-in";
import { environment } from "../../environment.ts";
import { notFound } from "../../errors.ts";
import { bitbucketIdentity, bitbucketProvider } from "./bitbucket.ts";
import type { Identity } from "./identity.ts";
import { oidcIdentity, oidcProvider } from "./oidc.ts";

/** A provider by its name in addresses. */
export type ProviderId = OfferedProvider["id"];

/** The providers that are switched on. */
export function offeredProviders(): OfferedProvider[] {
  const { oidc, bitbucket } = environment().signIn;
  const offered: OfferedProvider[] = [];
  if (oidc) offered.push({ id: "oidc", name: oidc.name });
  if (bitbucket) offered.push({ id: "bitbucket", name: "Bitbucket" });
  return offered;
}

/** @throws BranchlineError `not_found` when no provider that is switched on has this name. */
export function requireProvider(name: string): ProviderId {
  const offered = offeredProviders().find(({ id }) => id === name);
  if (!offered) throw notFound("provider");
  return offered.id;
}

/** The same for next-auth. */
export function configuredProviders(): Provider[] {
  const { oidc, bitbucket } = environment().signIn;
  return [
    ...(oidc ? [oidcProvider(oidc)] : []),
    ...(bitbucket ? [bitbucketProvider(bitbucket)] : []),
  ];
}

/**
 * Who a provider says has signed in.
 *
 * @param profile as it came from the provider
 * @throws Error when the provider does not say it, or is not switched on
 */
export function identityOf(providerId: string, profile: unknown): Identity {
  const { oidc, bitbucket } = environment().signIn;
  if (providerId === "oidc" && oidc) return oidcIdentity(oidc, profile);
  if (providerId === "bitbucket" && bitbucket) return bitbucketIdentity(bitbucket, profile);
  throw new Error("This provider is not switched on.");
}
