import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import {
  CallToolRequestSchema,
  ListToolsRequestSchema,
  type Tool,
} from "@modelcontextprotocol/sdk/types.js";
import { listedMetaTools } from "../meta-tools/catalogue";
import type { RouterServices } from "../services";
import { preloadedTools } from "../sessions/access";
import type { StoredSession } from "../store/schema";
import { annotationsFor } from "./annotations";
import { callListedTool } from "./call-tool";

function listTools({ toolkit }: RouterServices, { policy }: StoredSession): Tool[] {
  const own = listedMetaTools(policy).map((tool) => ({
    name: tool.slug,
    title: tool.name,
    description: tool.description,
    inputSchema: { ...tool.inputSchema(policy), type: "object" as const },
    annotations: annotationsFor(tool.name, tool.tags),
  }));
  const preloaded = preloadedTools(policy, toolkit).map((tool) => ({
    name: tool.slug,
    title: tool.name,
    description: tool.description,
    inputSchema: { ...tool.inputParameters, type: "object" as const },
    annotations: annotationsFor(tool.name, tool.hints),
  }));
  return [...own, ...preloaded];
}

/** An MCP server for one request of one session. `disconnected` aborts when the client's connection is gone. */
export function sessionServer(
  services: RouterServices,
  session: StoredSession,
  connection: { address: string; disconnected: AbortSignal },
): Server {
  const server = new Server(
    { name: "tool-router", version: "1.0.0" },
    { capabilities: { tools: {} } },
  );
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: listTools(services, session) }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, extra) => {
    const progressToken = params._meta?.progressToken;
    const result = await callListedTool(params.name, params.arguments ?? {}, {
      services,
      session,
      address: connection.address,
      signal: AbortSignal.any([extra.signal, connection.disconnected]),
      reportProgress: async (progress) => {
        if (progressToken === undefined) return;
        await extra.sendNotification({
          method: "notifications/progress",
          params: { progressToken, ...progress },
        });
      },
    });
    // A tool's failure is an ordinary result: the reader looks at `successful` in the text.
    return { content: [{ type: "text", text: JSON.stringify(result) }], isError: false };
  });
  return server;
}
