import "server-only";
import { createHash } from "node:crypto";
import type { ToolRouterCreateSessionConfig } from "@composio/core";
import { and, eq } from "drizzle-orm";
import { database } from "../database/connection.ts";
import { routerSession } from "../database/schema.ts";
import { environment } from "../environment.ts";
import { sessionTools } from "../policy/tool-lists.ts";
import { callingRouter, composio } from "./composio.ts";

type CreateConfiguration = ToolRouterCreateSessionConfig & { mcp: true };

/** Accounts of one toolkit that a person may have connected: the most the router takes. */
const accountLimit = 10;

/**
 * Whether a call says as which account it runs. Without its dispatcher the router takes no account with a call: then it uses
 * the one that was connected last.
 */
export function namesAccounts(): boolean {
  return environment().routerMode !== "direct";
}

/** What a session of this installation may do. Code that would run tools past the person is off. */
function sessionConfiguration(): CreateConfiguration {
  const { toolkits, tools, authConfigs } = environment();
  const listed = sessionTools(tools, toolkits);
  const common = {
    mcp: true,
    toolkits,
    workbench: { enable: false },
    ...(Object.keys(listed).length > 0 ? { tools: listed } : {}),
    ...(Object.keys(authConfigs).length > 0 ? { authConfigs } : {}),
  } as const;
  // The router refuses several accounts together with tools that are listed by themselves.
  if (!namesAccounts()) return { ...common, sessionPreset: "direct_tools" };
  return {
    ...common,
    manageConnections: { enable: true },
    // Every call says as whom. One that could not is refused where there are several, and no account is taken for another.
    multiAccount: {
      enable: true,
      maxAccountsPerToolkit: accountLimit,
      requireExplicitSelection: true,
    },
  };
}

function hashOf(configuration: CreateConfiguration): string {
  const { address } = environment().router;
  return createHash("sha256")
    .update(JSON.stringify([address, configuration]))
    .digest("hex");
}

type OpenSession = {
  sessionId: string;
  mcp: { url: string };
  authorize(
    toolkit: string,
    options: { callbackUrl: string },
    request: { signal: AbortSignal },
  ): Promise<{ id: string; redirectUrl?: string | null }>;
  update(
    /** By toolkit, the accounts the session may use; a toolkit that is not named may use any. */
    change: { connectedAccounts: Record<string, string[]> },
    request: { signal: AbortSignal },
  ): Promise<unknown>;
};

async function reuse(
  sessionId: string,
  userId: string,
  request: { signal: AbortSignal },
): Promise<OpenSession | null> {
  try {
    const session = await composio().use(sessionId, { mcp: true }, request);
    // The service does not check whose session it is.
    return session.config.user_id === userId ? session : null;
  } catch (error) {
    const gone =
      typeof error === "object" && error !== null && "status" in error && error.status === 404;
    if (gone) return null;
    throw error;
  }
}

/**
 * The user's Tool Router session: the stored one while it exists and the configuration is the same, else a new one.
 *
 * @throws BranchlineError `router_refused_key`, `router_unreachable`, `router_failed`.
 */
export async function openRouterSession(userId: string): Promise<OpenSession> {
  const configuration = sessionConfiguration();
  const configurationHash = hashOf(configuration);
  const storage = await database();
  const [stored] = await storage
    .select()
    .from(routerSession)
    .where(
      and(eq(routerSession.userId, userId), eq(routerSession.configurationHash, configurationHash)),
    );
  const reused =
    stored &&
    (await callingRouter("harmless", (request) => reuse(stored.sessionId, userId, request)));
  if (reused) return reused;
  // A session made twice is one nobody uses: nothing hangs on it.
  const session = await callingRouter("harmless", (request) =>
    composio().create(userId, configuration, request),
  );
  await storage
    .insert(routerSession)
    .values({ userId, configurationHash, sessionId: session.sessionId })
    .onConflictDoUpdate({
      target: [routerSession.userId, routerSession.configurationHash],
      set: { sessionId: session.sessionId },
    });
  return session;
}
