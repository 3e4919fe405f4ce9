import "server-only";

/** A path of this site, whatever was asked for: nothing after sign-in leads to another host. */
export function ownPath(next: string | undefined): string {
  if (!next?.startsWith("/")) return "/";
  const resolved = URL.parse(next, "http://own.invalid");
  if (resolved?.origin !== "http://own.invalid") return "/";
  // Two slashes begin the name of a host; dots in front of them are gone by now.
  return resolved.pathname.startsWith("//") ? "/" : `${resolved.pathname}${resolved.search}`;
}
