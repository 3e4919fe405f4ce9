import type { ServiceModes } from "@/lib/shared/api";
import { toolkitName } from "../describe/toolkit-name";

type Provider = {
  /** Where a person signs in. */
  host: string;
  /** What the connection lets the agent do, in words. */
  scopes: readonly string[];
};

const providers: ReadonlyMap<string, Provider> = new Map([
  [
    "bitbucket",
    {
      host: "bitbucket.org",
      scopes: [
        "read your workspaces, repositories, pull requests, issues and snippets",
        "create, change and delete repositories, branches, pull requests, issues and comments",
      ],
    },
  ],
]);

/** The scopes in words; none for a toolkit nobody described. */
export function describeScopes(toolkit: string): readonly string[] {
  return providers.get(toolkit)?.scopes ?? [];
}

const pageOf = (name: string) => `on a page of ${name}`;

/** Where a real account is signed in to. */
export function signInPlace(toolkit: string): string {
  const host = providers.get(toolkit)?.host;
  return host ? `at ${host}` : pageOf(toolkitName(toolkit));
}

/** Where the person will sign in. Says no more than what is known about the services behind the app. */
export function describeSignIn(toolkit: string, modes: ServiceModes | undefined): string {
  const name = toolkitName(toolkit);
  if (modes?.router === "embedded") {
    return `This is a demo: a made-up consent page opens, and no real ${name} account is touched.`;
  }
  const place = modes ? signInPlace(toolkit) : pageOf(name);
  return `You sign in ${place}; this app never sees your password.`;
}

/** What a person can send to whoever decides which apps their workspace lets in. */
export function adviceForAdministrator(toolkit: string): string {
  const name = toolkitName(toolkit);
  const scopes = describeScopes(toolkit);
  const wish = `I would like to use ${name} through Branchline, and the sign-in was refused. Please allow the app that the sign-in page names to be used in our workspace.`;
  return scopes.length > 0
    ? `${wish} It asks for permission to ${scopes.join("; and to ")}.`
    : wish;
}
