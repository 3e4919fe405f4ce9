import "server-only";
import { randomUUID } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { environment } from "../environment.ts";
import { enterLogContext } from "../log-context.ts";

const header = "x-request-id";

/** What proxies make: UUIDs, hexadecimal numbers, base64url. */
const wellFormed = /^[\w-]{8,128}$/;

/**
 * The id of a request: the one a proxy of one's own gave it, so that its log and ours tell of the same request, or a new one.
 *
 * @param given the X-Request-Id header
 * @param proxies how many proxies of one's own a request passes
 */
export function requestIdOf(given: string | undefined, proxies: number): string {
  return proxies > 0 && given !== undefined && wellFormed.test(given) ? given : randomUUID();
}

/** Gives every request that reaches this process an id: on the answer as X-Request-Id, and on each line of the log about it. */
export function noteRequestIds(): void {
  const { trustedProxies } = environment();
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const id = requestIdOf(request.headersDistinct[header]?.[0], trustedProxies);
    request.headers[header] = id;
    response.setHeader(header, id);
    enterLogContext({ request: id });
  });
}
