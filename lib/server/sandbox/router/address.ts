/** Where the router is mounted on its host. */
const mountPath = "/sandbox/composio";

/**
 * The router's address as this client sees it, such as `http://127.0.0.1:3000/sandbox/composio`. Built from the Host
 * header, because the SDK sends its key only to the origin it was given, and a server behind a proxy knows itself by
 * another name.
 */
export function clientAddress(request: Request): string {
  const url = new URL(request.url);
  const forwarded = request.headers.get("x-forwarded-proto")?.split(",")[0]?.trim();
  const protocol = forwarded === "http" || forwarded === "https" ? `${forwarded}:` : url.protocol;
  const host = request.headers.get("host") ?? url.host;
  return `${protocol}//${host}${mountPath}`;
}
