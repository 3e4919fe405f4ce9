import { WebStandardStreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js";
import { clientAddress } from "../address";
import { requireKey } from "../authentication";
import { HostedError } from "../errors";
import type { RouterServices } from "../services";
import { findSession } from "../sessions/sessions";
import { isTrustedOrigin } from "./origin";
import { sessionServer } from "./server";

/**
 * One request to a session's MCP endpoint: Streamable HTTP without a transport session, so any instance can answer any
 * request. Answers are SSE; there is no stream to open with GET and nothing to end with DELETE.
 */
export async function handleMcp(
  services: RouterServices,
  request: Request,
  sessionId: string,
): Promise<Response> {
  requireKey(request, services.apiKey);
  if (!isTrustedOrigin(request)) {
    throw new HostedError("forbiddenOrigin", "Requests from web pages of other hosts are refused.");
  }
  const session = await findSession(services, sessionId);
  if (request.method !== "POST") {
    const error = new HostedError("methodNotAllowed", "This endpoint takes POST only.");
    return error.toResponse({ allow: "POST" });
  }
  const server = sessionServer(services, session, {
    address: clientAddress(request),
    disconnected: request.signal,
  });
  const transport = new WebStandardStreamableHTTPServerTransport({ sessionIdGenerator: undefined });
  await server.connect(transport);
  return transport.handleRequest(request);
}
