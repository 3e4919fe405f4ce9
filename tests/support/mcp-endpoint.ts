import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { WebStandardStreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js";
import {
  CallToolRequestSchema,
  type CallToolResult,
  ListToolsRequestSchema,
  type Tool,
} from "@modelcontextprotocol/sdk/types.js";

export type McpCall = {
  name: string;
  arguments: Record<string, unknown>;
  /** Tells the client how far it is. */
  report(progress: { progress: number; total?: number; message?: string }): Promise<void>;
};

type Endpoint = {
  tools: readonly Tool[];
  call(call: McpCall): Promise<CallToolResult>;
};

/** Answers one request of a Model Context Protocol endpoint that keeps no session, with the official SDK's server. */
export async function answerMcp(request: Request, endpoint: Endpoint): Promise<Response> {
  if (request.method !== "POST") return new Response(null, { status: 405 });
  const server = new Server({ name: "scripted", version: "1" }, { capabilities: { tools: {} } });
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: [...endpoint.tools] }));
  server.setRequestHandler(CallToolRequestSchema, ({ params }, { sendNotification }) =>
    endpoint.call({
      name: params.name,
      arguments: params.arguments ?? {},
      async report(progress) {
        const progressToken = params._meta?.progressToken;
        if (progressToken === undefined) return;
        await sendNotification({
          method: "notifications/progress",
          params: { ...progress, progressToken },
        });
      },
    }),
  );
  const transport = new WebStandardStreamableHTTPServerTransport({});
  await server.connect(transport);
  return transport.handleRequest(request);
}

export const textResult = (text: string, isError = false): CallToolResult => ({
  content: [{ type: "text", text }],
  isError,
});

export function listedTool(name: string, more: Partial<Tool> = {}): Tool {
  return { name, description: name, inputSchema: { type: "object" }, ...more };
}
