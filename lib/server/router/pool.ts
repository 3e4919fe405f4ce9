import "server-only";
import { environment } from "../environment.ts";
import { BranchlineError } from "../errors.ts";
import { RouterCallError } from "./call-error.ts";
import { connectRouter, type RouterClient } from "./mcp-client.ts";
import { openRouterSession } from "./session.ts";

/** Milliseconds a client is kept after its last use. */
const idleLimit = 5 * 60_000;

type Entry = { client: Promise<RouterClient>; users: number; idle: NodeJS.Timeout | undefined };

const poolKey = Symbol.for("branchline.router-pool");
const holder = globalThis as { [poolKey]?: Map<string, Entry> };
const pool = () => {
  holder[poolKey] ??= new Map();
  return holder[poolKey];
};

async function connect(userId: string): Promise<RouterClient> {
  const { router, requestTimeout, streamTimeout } = environment();
  const session = await openRouterSession(userId);
  const url = session.mcp.url;
  if (new URL(url).origin !== new URL(router.address).origin) {
    throw new BranchlineError(
      "router_failed",
      "The tool router named an endpoint on another host.",
      {
        hint: "The administrator has to check COMPOSIO_BASE_URL.",
      },
    );
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

function forget(userId: string, entry: Entry): void {
  clearTimeout(entry.idle);
  if (pool().get(userId) === entry) pool().delete(userId);
  entry.client.then((client) => client.close()).catch(() => {});
}

/**
 * Lends the user's router client to `use`. Clients are kept warm between runs of the same user and never shared between
 * users; one that failed to connect is not kept.
 */
export async function withRouterClient<Result>(
  userId: string,
  use: (client: RouterClient) => Promise<Result>,
): Promise<Result> {
  let entry = pool().get(userId);
  if (!entry) {
    entry = { client: connect(userId), users: 0, idle: undefined };
    pool().set(userId, entry);
  }
  const borrowed = entry;
  clearTimeout(borrowed.idle);
  borrowed.users += 1;
  try {
    return await use(await borrowed.client);
  } catch (error) {
    if (
      await borrowed.client.then(
        () => false,
        () => true,
      )
    )
      forget(userId, borrowed);
    throw error;
  } finally {
    borrowed.users -= 1;
    if (borrowed.users === 0) {
      borrowed.idle = setTimeout(() => forget(userId, borrowed), idleLimit);
      borrowed.idle.unref();
    }
  }
}

/** Drops the user's client, so that the next run reads its tools and session anew. */
export function dropRouterClient(userId: string): void {
  const entry = pool().get(userId);
  if (entry) forget(userId, entry);
}
