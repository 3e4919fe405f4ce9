import "server-only";
import { environment } from "../environment.ts";
import { BranchlineError } from "../errors.ts";
import { say } from "../say.ts";

/** The origin a browser sees this installation at, for this request. */
export function publicOrigin(request: Request): string {
  const configured = environment().publicAddress;
  if (configured) return configured;
  const host = request.headers.get("host") ?? new URL(request.url).host;
  const secure = request.headers.get("x-forwarded-proto") === "https";
  return `${secure ? "https" : "http"}://${host}`;
}

/**
 * Refuses requests that change something unless a page of ours made them: route handlers have no protection of their own
 * against other sites.
 */
export function checkOrigin(request: Request): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  const origin = request.headers.get("origin");
  const host = request.headers.get("host");
  const own =
    origin !== null && (origin === environment().publicAddress || URL.parse(origin)?.host === host);
  // The browser's own word, which also tells http from https. Old browsers and programs do not give it.
  const site = request.headers.get("sec-fetch-site") ?? "same-origin";
  if (!own || (site !== "same-origin" && site !== "none"))
    throw new BranchlineError("forbidden_origin", say("foreignOrigin"));
}
