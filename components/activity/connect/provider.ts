import type { Words } from "@/lib/language/words";
import type { ServiceModes } from "@/lib/shared/api";
import { toolkitName } from "../describe/toolkit-name";

/** Where a person signs in. */
const hosts: ReadonlyMap<string, string> = new Map([["bitbucket", "bitbucket.org"]]);

/** What a connection lets the agent do, in words; none for a toolkit nobody described. */
export function describeScopes(toolkit: string, words: Words["connect"]): readonly string[] {
  return words.scopesOf(toolkit) ?? [];
}

/** Where a real account is signed in to. */
export function signInPlace(toolkit: string, { signIn }: Words["connect"]): string {
  const host = hosts.get(toolkit);
  return host ? signIn.host(host) : signIn.page(toolkitName(toolkit));
}

/** Where the person will sign in. Says no more than what is known about the services behind the app. */
export function describeSignIn(
  toolkit: string,
  modes: ServiceModes | undefined,
  words: Words["connect"],
): string {
  const name = toolkitName(toolkit);
  if (modes?.router === "embedded") return words.signIn.demo(name);
  return words.signIn.at(modes ? signInPlace(toolkit, words) : words.signIn.page(name));
}

/** What a person can send to whoever decides which apps their workspace lets in. */
export function adviceForAdministrator(toolkit: string, words: Words["connect"]): string {
  return words.failed.advice(toolkitName(toolkit), describeScopes(toolkit, words));
}
