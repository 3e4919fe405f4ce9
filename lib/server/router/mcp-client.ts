import "server-only";
import { untilAborted } from "../until-aborted.ts";
import { RouterCallError } from "./call-error.ts";
import { ToolGoneError } from "./exchange-error.ts";
import {
  type ConnectOptions,
  type McpConnection,
  openMcpConnection,
  type RouterTool,
  type ToolAnswer,
  type ToolCall,
} from "./mcp-connection.ts";

/** Milliseconds after which a list of tools is read anew before somebody relies on it. */
const listLifetime = 60_000;

/** How a server says that it has no such tool, where it says so in an ordinary answer. */
const unknownTool = /not found|unknown tool|no such tool/i;

/** A Model Context Protocol client for one router session. */
export type RouterClient = {
  /** As the router listed them last. */
  readonly tools: readonly RouterTool[];
  /** @throws RouterCallError, which says whether the tool may have run all the same. */
  call(call: ToolCall): Promise<ToolAnswer>;
};

export type ConnectedRouter = RouterClient & {
  /** Lists the tools anew when the list is old or the router said that it has changed. @throws RouterCallError */
  refresh(signal: AbortSignal): Promise<void>;
  /** Ends the session as soon as the calls in flight have their answers. */
  close(): void;
};

/**
 * Connects to a Streamable HTTP endpoint and reads its tools. When the server has forgotten the session (404), the client
 * initialises once again and repeats the request: a 404 says that it was not executed. Requests that meet the 404 together
 * share one new session, and calls that are still answered in the old one keep it.
 *
 * @throws RouterCallError
 */
export async function connectRouter(options: ConnectOptions): Promise<ConnectedRouter> {
  let changes = 0;
  const open = () =>
    openMcpConnection(options, () => {
      changes += 1;
    });
  let current = await open().catch((error: unknown) => {
    throw RouterCallError.beforeSending(error);
  });
  let renewal: Promise<McpConnection> | undefined;
  const renewed = (stale: McpConnection): Promise<McpConnection> => {
    if (current !== stale) return Promise.resolve(current);
    renewal ??= open()
      .then((fresh) => {
        stale.retire();
        current = fresh;
        changes += 1;
        return fresh;
      })
      .finally(() => {
        renewal = undefined;
      });
    return renewal;
  };
  const inSession = async <Result>(
    signal: AbortSignal | undefined,
    use: (connection: McpConnection) => Promise<Result>,
  ): Promise<Result> => {
    const connection = current;
    try {
      return await use(connection);
    } catch (error) {
      const failure = RouterCallError.from(error);
      if (failure.fault !== "session-gone") throw failure;
    }
    const renewing = renewed(connection);
    const fresh = await (signal ? untilAborted(renewing, signal) : renewing).catch(
      (error: unknown) => {
        throw RouterCallError.beforeSending(error);
      },
    );
    return use(fresh).catch((error: unknown) => {
      throw RouterCallError.from(error);
    });
  };

  const list = async () => {
    const seen = changes;
    const tools = await inSession(undefined, (connection) => connection.listTools());
    return { tools, seen, at: performance.now() };
  };
  let listed = await list().catch((error: unknown) => {
    current.retire();
    throw RouterCallError.beforeSending(error);
  });
  let listing: Promise<typeof listed> | undefined;
  const listAnew = async (signal: AbortSignal) => {
    listing ??= list().finally(() => {
      listing = undefined;
    });
    listed = await untilAborted(listing, signal);
  };
  const isGone = async ({ name, signal }: ToolCall) => {
    const before = listed;
    await listAnew(signal).catch(() => {});
    return listed !== before && !listed.tools.some((tool) => tool.name === name);
  };

  return {
    get tools() {
      return listed.tools;
    },
    async refresh(signal) {
      if (listed.seen === changes && performance.now() - listed.at < listLifetime) return;
      await listAnew(signal);
    },
    async call(call) {
      const answer = await inSession(call.signal, (connection) => connection.call(call)).catch(
        async (error: unknown) => {
          const refused = RouterCallError.from(error).fault === "refused-call";
          throw refused && (await isGone(call))
            ? RouterCallError.from(new ToolGoneError(call.name))
            : error;
        },
      );
      if (answer.isError && unknownTool.test(answer.text) && (await isGone(call)))
        throw RouterCallError.from(new ToolGoneError(call.name));
      return answer;
    },
    close: () => current.retire(),
  };
}
