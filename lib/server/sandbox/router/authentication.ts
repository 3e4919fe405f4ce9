import { createHash, timingSafeEqual } from "node:crypto";
import { HostedError } from "./errors";

const digest = (text: string) => createHash("sha256").update(text).digest();

/** Enough to recognise one's own key by, never enough to use it. */
function masked(key: string): string {
  return key.length < 12 ? "**" : `${key.slice(0, 3)}**${key.slice(-4)}`;
}

/** Throws the hosted service's 401 unless the request carries the router's key. */
export function requireKey(request: Request, apiKey: string): void {
  const given = request.headers.get("x-api-key");
  if (!given) {
    throw new HostedError("noKey", "No API key provided", {
      suggestedFix: "Send the project's API key in the x-api-key header.",
    });
  }
  // Digests have one length whatever was sent, so the comparison tells nothing about the key.
  if (!timingSafeEqual(digest(given), digest(apiKey))) {
    throw new HostedError("invalidKey", `Invalid API key: ${masked(given)}`, {
      suggestedFix: "Check the API key.",
    });
  }
}
