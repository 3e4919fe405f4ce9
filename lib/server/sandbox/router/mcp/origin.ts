const loopbackHosts = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Whether a request may come from where it says it comes from. Programs send no Origin and are let through under any
 * Host, so the router works under whatever name it is deployed. A web page always sends one: only pages served by this
 * machine are accepted, because with DNS rebinding a foreign page has the right Host, but never a loopback Origin.
 */
export function isTrustedOrigin(request: Request): boolean {
  const origin = request.headers.get("origin");
  if (origin === null) return true;
  return URL.canParse(origin) && loopbackHosts.has(new URL(origin).hostname);
}
