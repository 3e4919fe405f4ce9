import { forbidden } from "./provider-error";

/** What a scope brings along, as Bitbucket documents it; followed transitively. */
const implied: Readonly<Record<string, readonly string[]>> = {
  "repository:write": ["repository"],
  "repository:admin": ["repository:write"],
  pullrequest: ["repository"],
  "pullrequest:write": ["pullrequest", "repository:write"],
  "issue:write": ["issue"],
  "snippet:write": ["snippet"],
  "project:admin": ["project"],
};

/** Throws Bitbucket's 403 when the connection was not granted every scope the call needs. */
export function requireScopes(granted: readonly string[], required: readonly string[]): void {
  const held = expand(granted);
  if (required.every((scope) => held.has(scope))) return;
  throw forbidden("Your credentials lack one or more required privilege scopes.", {
    granted: [...held].sort(),
    required: [...required],
  });
}

function expand(granted: readonly string[]): Set<string> {
  const held = new Set<string>();
  const pending = [...granted];
  for (let scope = pending.pop(); scope !== undefined; scope = pending.pop()) {
    if (held.has(scope)) continue;
    held.add(scope);
    pending.push(...(implied[scope] ?? []));
  }
  return held;
}
