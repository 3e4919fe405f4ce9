import type { SandboxIdentity } from "@/lib/server/sandbox/contract";
import { people } from "./seed/people";

type Consent = { identity: SandboxIdentity; scopes: readonly string[] };

const everyday = ["account", "pullrequest:write", "issue:write", "snippet:write", "project"];

/** Jane administers the workspace. Sam is a member, and his consent never included administration. */
const consents: readonly Consent[] = [
  {
    identity: identityOf("jane"),
    scopes: [...everyday, "repository:admin", "repository:delete", "project:admin"],
  },
  { identity: identityOf("sam"), scopes: everyday },
];

export const bitbucketIdentities: readonly SandboxIdentity[] = consents.map(
  (consent) => consent.identity,
);

/** The scopes this identity's connection was granted; none for a stranger. */
export function grantedScopes(identity: SandboxIdentity): readonly string[] {
  return consents.find((consent) => consent.identity.uuid === identity.uuid)?.scopes ?? [];
}

function identityOf(key: "jane" | "sam"): SandboxIdentity {
  const { nickname, displayName, uuid, accountId } = people[key];
  return { username: nickname, displayName, uuid, accountId };
}
