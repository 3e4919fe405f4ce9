import "server-only";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import {
  type CallToolResult,
  CallToolResultSchema,
  type Progress,
  type Tool,
  ToolListChangedNotificationSchema,
} from "@modelcontextprotocol/sdk/types.js";
import { untilAborted } from "../until-aborted.ts";
import { withholdSecrets } from "../withheld.ts";
import { exchangeFetch, exchanging } from "./exchange.ts";

export type RouterTool = Pick<Tool, "name" | "description" | "inputSchema" | "annotations">;

export type ToolCall = {
  name: string;
  arguments: Record<string, unknown>;
  signal: AbortSignal;
  onProgress?: (progress: Progress) => void;
};

/** What a tool said: the text of its answer, and whether the protocol calls it an error. */
export type ToolAnswer = { text: string; isError: boolean };

export type ConnectOptions = {
  url: string;
  headers: Record<string, string>;
  /** Milliseconds to wait for an answer without any sign of life. */
  requestTimeout: number;
  /** Milliseconds to wait for an answer that reports progress, all in all. */
  streamTimeout: number;
};

/** One initialised protocol session. */
export type McpConnection = {
  listTools(): Promise<RouterTool[]>;
  call(call: ToolCall): Promise<ToolAnswer>;
  /** Ends the session as soon as no call needs it any more. */
  retire(): void;
};

/** Pages of a tool list that are read, at most: a list that never ends holds up nobody. */
const pageLimit = 100;

/** The text of an answer; items of other kinds are named, not dropped. */
function textOf({ content, structuredContent }: CallToolResult): string {
  const text =
    content.length === 0 && structuredContent
      ? JSON.stringify(structuredContent)
      : content.map((item) => (item.type === "text" ? item.text : `[${item.type}]`)).join("\n");
  return withholdSecrets(text);
}

function withheldProgress({ message, ...progress }: Progress): Progress {
  return message === undefined ? progress : { ...progress, message: withholdSecrets(message) };
}

/**
 * Opens a protocol session.
 *
 * @param onToolsChanged called when the server says that its list of tools has changed
 * @throws whatever the SDK throws.
 */
export async function openMcpConnection(
  options: ConnectOptions,
  onToolsChanged: () => void,
): Promise<McpConnection> {
  const { url, headers, requestTimeout: timeout, streamTimeout } = options;
  const transport = new StreamableHTTPClientTransport(new URL(url), {
    fetch: exchangeFetch,
    // A redirect would carry the installation's key to another address, or a change to the same one twice.
    requestInit: { headers, redirect: "manual" },
  });
  const client = new Client({ name: "branchline", version: "1" });
  client.setNotificationHandler(ToolListChangedNotificationSchema, onToolsChanged);
  // The SDK's own limit is for the first of the requests that this takes.
  await untilAborted(client.connect(transport, { timeout }), AbortSignal.timeout(timeout)).catch(
    async (error: unknown) => {
      await client.close().catch(() => {});
      throw error;
    },
  );

  let users = 0;
  let retired = false;
  const closeIfUnused = async () => {
    if (!retired || users > 0) return;
    // A server that gave out a session id is told that it may forget it.
    if (transport.sessionId) await transport.terminateSession().catch(() => {});
    await client.close().catch(() => {});
  };
  const using = async <Result>(use: () => Promise<Result>): Promise<Result> => {
    users += 1;
    try {
      return await use();
    } finally {
      users -= 1;
      void closeIfUnused();
    }
  };

  return {
    listTools: () =>
      using(async () => {
        const tools: RouterTool[] = [];
        let cursor: string | undefined;
        for (let page = 0; page === 0 || (cursor && page < pageLimit); page += 1) {
          const from = cursor ? { cursor } : {};
          const answer = await exchanging(timeout, undefined, (signal) =>
            client.listTools(from, { timeout, signal }),
          );
          tools.push(...answer.tools);
          cursor = answer.nextCursor;
        }
        return tools;
      }),
    call: ({ name, arguments: input, signal, onProgress }) =>
      using(async () => {
        const answer = await exchanging(streamTimeout, signal, (leaving) =>
          // Not `callTool`: it refuses answers that do not match the tool's own schema, after the tool has run.
          client.request(
            { method: "tools/call", params: { name, arguments: input } },
            CallToolResultSchema,
            {
              signal: leaving,
              timeout,
              resetTimeoutOnProgress: true,
              onprogress: (progress) => onProgress?.(withheldProgress(progress)),
            },
          ),
        );
        return { text: textOf(answer), isError: answer.isError === true };
      }),
    retire() {
      retired = true;
      void closeIfUnused();
    },
  };
}
