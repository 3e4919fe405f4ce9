import "server-only";

/** A path of this site, whatever was asked for: nothing after sign-in leads to another host. */
export function ownPath(next: string | undefined): string {
  if (typeof next !== "string" || !next.startsWith("/")) return "/";
  const base = "http://own.invalid";
  try {
    const resolved = new URL(next, base);
    return resolved.origin === base ? `${resolved.pathname}${resolved.search}` : "/";
  } catch {
    return "/";
  }
}
