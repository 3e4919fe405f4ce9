import "server-only";
import { untilAborted } from "../until-aborted.ts";
import { RouterCallError } from "./call-error.ts";
import {
  type ConnectOptions,
  type McpConnection,
  openMcpConnection,
  type RouterTool,
  type ToolAnswer,
  type ToolCall,
} from "./mcp-connection.ts";

/** A Model Context Protocol client for one router session. */
export type RouterClient = {
  readonly tools: readonly RouterTool[];
  /** @throws RouterCallError, which says whether the tool may have run all the same. */
  call(call: ToolCall): Promise<ToolAnswer>;
  /** Ends the session as soon as the calls in flight have their answers. */
  close(): void;
};

/**
 * Connects to a Streamable HTTP endpoint and reads its tools. When the server has forgotten the session (404), the client
 * initialises once again and repeats the call: a 404 says that it was not executed. Calls that meet the 404 together share
 * one new session, and calls that are still answered in the old one keep it.
 *
 * @throws RouterCallError
 */
export async function connectRouter(options: ConnectOptions): Promise<RouterClient> {
  const first = await openMcpConnection(options).catch((error: unknown) => {
    throw RouterCallError.beforeSending(error);
  });
  const tools = await first.listTools().catch((error: unknown) => {
    first.retire();
    throw RouterCallError.beforeSending(error);
  });

  let current = first;
  let renewal: Promise<McpConnection> | undefined;
  const renewed = (stale: McpConnection): Promise<McpConnection> => {
    if (current !== stale) return Promise.resolve(current);
    renewal ??= openMcpConnection(options)
      .then((fresh) => {
        stale.retire();
        current = fresh;
        return fresh;
      })
      .finally(() => {
        renewal = undefined;
      });
    return renewal;
  };

  return {
    tools,
    async call(call) {
      const connection = current;
      try {
        return await connection.call(call);
      } catch (error) {
        const failure = RouterCallError.from(error);
        if (!failure.sessionGone) throw failure;
      }
      const fresh = await untilAborted(renewed(connection), call.signal).catch((error: unknown) => {
        throw RouterCallError.beforeSending(error);
      });
      try {
        return await fresh.call(call);
      } catch (error) {
        throw RouterCallError.from(error);
      }
    },
    close: () => current.retire(),
  };
}
