import "server-only";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import type { Progress, Tool } from "@modelcontextprotocol/sdk/types.js";
import { RouterCallError } from "./call-error.ts";

export type RouterTool = Pick<Tool, "name" | "description" | "inputSchema" | "annotations">;

export type ToolCall = {
  name: string;
  arguments: Record<string, unknown>;
  signal: AbortSignal;
  onProgress?: (progress: Progress) => void;
};

/** What a tool said: the text of its answer, and whether the protocol calls it an error. */
export type ToolAnswer = { text: string; isError: boolean };

/** A Model Context Protocol client for one router session. */
export type RouterClient = {
  readonly tools: readonly RouterTool[];
  /** @throws RouterCallError, which says whether the tool may have run all the same. */
  call(call: ToolCall): Promise<ToolAnswer>;
  close(): Promise<void>;
};

export type ConnectOptions = {
  url: string;
  headers: Record<string, string>;
  /** Milliseconds to wait for an answer without any sign of life. */
  requestTimeout: number;
  /** Milliseconds to wait for an answer that reports progress. */
  streamTimeout: number;
};

// A redirect would carry the installation's key to another address.
const fetchWithoutRedirects = (input: string | URL, init?: RequestInit) =>
  fetch(input, { ...init, redirect: "error" });

async function initialise({ url, headers, requestTimeout }: ConnectOptions) {
  const transport = new StreamableHTTPClientTransport(new URL(url), {
    requestInit: { headers },
    fetch: fetchWithoutRedirects,
  });
  const client = new Client({ name: "branchline", version: "1" });
  await client.connect(transport, { timeout: requestTimeout });
  return { client, transport };
}

async function listTools(client: Client, timeout: number): Promise<RouterTool[]> {
  const tools: RouterTool[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.listTools(cursor ? { cursor } : {}, { timeout });
    tools.push(...page.tools);
    cursor = page.nextCursor;
  } while (cursor);
  return tools;
}

/** Text of every text item of an answer; other kinds are named, not dropped. */
function textOf(content: unknown): string {
  if (!Array.isArray(content)) return "";
  return content
    .map((item) => (item?.type === "text" ? String(item.text) : `[${item?.type}]`))
    .join("\n");
}

/**
 * Connects to a Streamable HTTP endpoint and reads its tools. When the server has forgotten the session (404), the client
 * initialises once again and repeats the call: a 404 says that it was not executed.
 *
 * @throws RouterCallError
 */
export async function connectRouter(options: ConnectOptions): Promise<RouterClient> {
  try {
    let { client, transport } = await initialise(options);
    const tools = await listTools(client, options.requestTimeout);

    const callOnce = async ({
      name,
      signal,
      onProgress,
      ...call
    }: ToolCall): Promise<ToolAnswer> => {
      const answer = await client.callTool({ name, arguments: call.arguments }, undefined, {
        signal,
        timeout: options.requestTimeout,
        resetTimeoutOnProgress: true,
        maxTotalTimeout: options.streamTimeout,
        onprogress: (progress) => onProgress?.(progress),
      });
      return { text: textOf(answer.content), isError: answer.isError === true };
    };

    return {
      tools,
      async call(call) {
        try {
          return await callOnce(call);
        } catch (error) {
          const failure = RouterCallError.from(error);
          if (!failure.sessionGone) throw failure;
        }
        try {
          await client.close();
          ({ client, transport } = await initialise(options));
          return await callOnce(call);
        } catch (error) {
          throw RouterCallError.from(error);
        }
      },
      async close() {
        // A server that gave out a session id is told that it may forget it.
        if (transport.sessionId) await transport.terminateSession().catch(() => {});
        await client.close();
      },
    };
  } catch (error) {
    throw RouterCallError.from(error);
  }
}
