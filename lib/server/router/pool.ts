import "server-only";
import { environment } from "../environment.ts";
import { BranchlineError } from "../errors.ts";
import { say } from "../say.ts";
import { untilAborted } from "../until-aborted.ts";
import { isRouterCallError, RouterCallError } from "./call-error.ts";
import { ToolChangedError } from "./exchange-error.ts";
import { type ConnectedRouter, connectRouter, type RouterClient } from "./mcp-client.ts";
import { openRouterSession } from "./session.ts";
import { hashOfTool, toolsByName } from "./tool-pins/definition.ts";
import { type PinnedTools, pinTools } from "./tool-pins/pin-tools.ts";

/** Milliseconds a client is kept after its last use. */
const idleLimit = 5 * 60_000;

type Entry = { client: Promise<ConnectedRouter>; users: number; idle: NodeJS.Timeout | undefined };

const poolKey = Symbol.for("branchline.router-pool");
const holder = globalThis as { [poolKey]?: Map<string, Entry> };
const pool = () => {
  holder[poolKey] ??= new Map();
  return holder[poolKey];
};

async function connect(userId: string): Promise<ConnectedRouter> {
  const { router, requestTimeout, streamTimeout } = environment();
  const session = await openRouterSession(userId);
  const url = session.mcp.url;
  if (URL.parse(url)?.origin !== new URL(router.address).origin) {
    throw new BranchlineError("router_failed", say("foreignEndpoint"), {
      hint: say("checkRouterAddress"),
    });
  }
  try {
    return await connectRouter({
      url,
      headers: { "x-api-key": router.key },
      requestTimeout,
      streamTimeout,
    });
  } catch (error) {
    throw RouterCallError.from(error).reason;
  }
}

/** Lends the client to nobody new; who has it already may finish. */
function forget(userId: string, entry: Entry): void {
  clearTimeout(entry.idle);
  if (pool().get(userId) === entry) pool().delete(userId);
  if (entry.users === 0) entry.client.then((client) => client.close()).catch(() => {});
}

/** Closes a user's client, now or as soon as nobody uses it. */
export function closeRouterClient(userId: string): void {
  const entry = pool().get(userId);
  if (entry) forget(userId, entry);
}

function lend(userId: string): Entry {
  const existing = pool().get(userId);
  if (existing) return existing;
  const entry: Entry = { client: connect(userId), users: 0, idle: undefined };
  pool().set(userId, entry);
  entry.client.catch(() => forget(userId, entry));
  return entry;
}

/** Runs a request of an entry's client; the entry is not lent again once the router no longer knows its session. */
async function watching<Result>(
  userId: string,
  entry: Entry,
  request: Promise<Result>,
): Promise<Result> {
  try {
    return await request;
  } catch (error) {
    if (isRouterCallError(error) && error.fault === "session-gone") forget(userId, entry);
    throw error;
  }
}

/** A router whose tools are as somebody has seen them: one that has changed is withheld, and no call of it is sent. */
export type PinnedRouter = RouterClient & PinnedTools;

/** The entry's client with the tools as they are now. */
async function currentClient(
  userId: string,
  entry: Entry,
  signal: AbortSignal,
): Promise<PinnedRouter> {
  const client = await untilAborted(entry.client, signal);
  await watching(userId, entry, client.refresh(signal)).catch((error: unknown) => {
    throw isRouterCallError(error) ? error.reason : error;
  });
  const pinned = await pinTools(client.tools);
  const compared = toolsByName(client.tools);
  /** Also when the list was read again since: what is called is what was compared. */
  const hasChanged = (name: string) => {
    if (pinned.changed.has(name)) return true;
    const [before, now] = [compared.get(name), toolsByName(client.tools).get(name)];
    return now !== undefined && (before === undefined || hashOfTool(before) !== hashOfTool(now));
  };
  return {
    ...pinned,
    async call(call) {
      if (hasChanged(call.name)) throw RouterCallError.from(new ToolChangedError(call.name));
      return watching(userId, entry, client.call(call));
    },
  };
}

/**
 * Lends the user's router client to `use`. Clients are kept warm between runs of the same user and never shared between
 * users; one that failed to connect is not kept. Its tools are no older than a minute when it is lent.
 *
 * @throws BranchlineError when there is no connection, the signal's reason when it is aborted before there is one, and
 *   whatever `use` throws
 */
export async function withRouterClient<Result>(
  userId: string,
  signal: AbortSignal,
  use: (client: PinnedRouter) => Promise<Result>,
): Promise<Result> {
  const entry = lend(userId);
  clearTimeout(entry.idle);
  entry.users += 1;
  try {
    return await use(await currentClient(userId, entry, signal));
  } finally {
    entry.users -= 1;
    if (entry.users === 0) {
      if (pool().get(userId) !== entry) forget(userId, entry);
      else entry.idle = setTimeout(() => forget(userId, entry), idleLimit).unref();
    }
  }
}
