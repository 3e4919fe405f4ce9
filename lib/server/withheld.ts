import "server-only";

const secretsKey = Symbol.for("branchline.withheld");
const holder = globalThis as { [secretsKey]?: Set<string> };

/** Shorter ones would be found in words that have nothing to do with them. */
const shortestSecret = 8;

/** Links that sign in whoever opens them: the hosted router's, and those of the embedded consent page. */
const signInLinks =
  /(https:\/\/connect\.composio\.dev\/link\/|\/sandbox\/composio\/consent\/)[\w-]+/g;

const marker = "[withheld]";

/** Makes values known that {@link withholdSecrets} takes out of texts. */
export function registerSecrets(values: readonly string[]): void {
  holder[secretsKey] ??= new Set();
  for (const value of values) if (value.length >= shortestSecret) holder[secretsKey].add(value);
}

/**
 * A text of a service's without this installation's own secrets and without links for signing in: services quote what they were
 * sent, and what they say goes to people, models and logs.
 */
export function withholdSecrets(text: string): string {
  let safe = text.replace(signInLinks, `$1${marker}`);
  for (const secret of holder[secretsKey] ?? []) safe = safe.replaceAll(secret, marker);
  return safe;
}
