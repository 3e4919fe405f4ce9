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

/** Where the person will sign in. Says no more than what is known about the services behind the app. */
export function describeSignIn(toolkit: string, modes: ServiceModes | undefined): string {
  const name = toolkitName(toolkit);
  if (modes?.router === "embedded") {
    return `This is a demo: a made-up consent page opens, and no real ${name} account is touched.`;
  }
  const host = modes ? providers.get(toolkit)?.host : undefined;
  return host
    ? `You sign in at ${host}; this app never sees your password.`
    : `You sign in on a page of ${name}; this app never sees your password.`;
}
