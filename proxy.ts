import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { pagePolicy } from "@/lib/server/headers/content-security-policy";

const policyHeader = "content-security-policy";

/** Gives each page a policy with a nonce of its own. Headers only: nothing is authorised here, and nothing relies on it. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(16).toString("base64");
  const policy = pagePolicy(nonce, process.env.NODE_ENV === "development");
  const headers = new Headers(request.headers);
  // From here Next takes the nonce for the scripts it writes.
  headers.set(policyHeader, policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set(policyHeader, policy);
  return response;
}

export const config = {
  // Not where bodies are read: Next keeps a copy of each body that comes by here, and cuts it off. Nor where there is no script
  // to give a nonce to: a shared copy has a policy of its own.
  matcher:
    "/((?!api/|sandbox/|_next/|icon.svg|favicon.ico|apple-icon.png|icons/|manifest.webmanifest|connect/[^/]+/open|share/|shared-page/).*)",
};
