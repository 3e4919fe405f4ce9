import { createHash, timingSafeEqual } from "node:crypto";
import { errorResponse } from "./errors";

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

/** Answers with OpenAI's 401, or with null when the bearer token is the right one. */
export function refuseUnauthorized(request: Request, modelKey: string): Response | null {
  const token = /^Bearer\s+(.+)$/i.exec(request.headers.get("authorization") ?? "")?.[1]?.trim();
  if (token === undefined) {
    return errorResponse(401, {
      message:
        "You didn't provide an API key. Provide it in an Authorization header using Bearer auth (Authorization: Bearer YOUR_KEY).",
      type: "invalid_request_error",
    });
  }
  // Digests have one length, so neither the key's length nor its first letters can be timed.
  if (timingSafeEqual(digest(token), digest(modelKey))) return null;
  return errorResponse(401, {
    message: `Incorrect API key provided: ${token.slice(0, 4)}****.`,
    type: "invalid_request_error",
    code: "invalid_api_key",
  });
}
