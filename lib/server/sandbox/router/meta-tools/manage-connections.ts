import { z } from "zod";
import { createLink } from "../accounts/link";
import { usableAccounts } from "../accounts/select";
import { identityView } from "../accounts/view";
import { authConfigId } from "../identifiers";
import { isToolkitAllowed } from "../sessions/access";
import { defineMetaTool, type MetaToolCall, sessionWordSchema, success } from "./definition";
import { workflowSession } from "./session-word";

const input = z.object({
  toolkits: z.array(z.string().min(1)).min(1).describe("Toolkit slugs, such as bitbucket."),
  reinitiate_all: z
    .boolean()
    .default(false)
    .describe("Make new links even where a connection is active."),
  session_id: sessionWordSchema,
});

/** The toolkit's connection as it is, or a new link where there is none. */
async function connect({ services, session, address }: MetaToolCall, reinitiate: boolean) {
  const { toolkit, store, now } = services;
  const { accounts } = await store.read();
  const [current] = usableAccounts(accounts, session, toolkit, now());
  const shared = {
    toolkit: toolkit.slug,
    auth_config_id: authConfigId(toolkit.slug),
    error_message: null,
    account_type: "PRIVATE",
  };
  if (current && !reinitiate) {
    return {
      ...shared,
      status: "active",
      instruction: `${toolkit.name} is connected. Go on with the task.`,
      was_reinitiated: false,
      has_active_connection: true,
      connected_account_id: current.account.id,
      created_at: new Date(current.account.createdAt).toISOString(),
      current_user_info: identityView(current.identity),
    } as const;
  }
  const link = await createLink(services, {
    userId: session.userId,
    callbackUrl: session.policy.manage_connections?.callback_url,
    address,
  });
  return {
    ...shared,
    status: "initiated",
    redirect_url: link.redirectUrl,
    instruction: `Action required: Share the following authentication link with the user and wait until they have finished: ${link.redirectUrl}`,
    was_reinitiated: current !== undefined,
    has_active_connection: current !== undefined,
    connected_account_id: link.account.id,
    created_at: new Date(link.account.createdAt).toISOString(),
    current_user_info: null,
  } as const;
}

export const manageConnectionsTool = defineMetaTool({
  slug: "COMPOSIO_MANAGE_CONNECTIONS",
  name: "Manage connections",
  description:
    "Checks whether toolkits are connected and makes a link for the user to connect each one that is not. Call it before running tools of a toolkit without an active connection.",
  tags: ["openWorldHint", "destructiveHint"],
  isListed: (policy) => policy.manage_connections?.enable ?? true,
  input: () => input,
  run: async ({ toolkits, reinitiate_all: reinitiate, session_id: sessionId }, call) => {
    const { slug } = call.services.toolkit;
    const isWanted =
      isToolkitAllowed(call.session.policy, slug) &&
      toolkits.some((wanted) => wanted.toLowerCase() === slug);
    const results = isWanted ? [await connect(call, reinitiate)] : [];
    const initiated = results.filter(({ status }) => status === "initiated").length;
    return success({
      message: messageFor(results.length, initiated),
      results: Object.fromEntries(results.map((result) => [result.toolkit, result])),
      summary: {
        total_toolkits: results.length,
        active_connections: results.length - initiated,
        initiated_connections: initiated,
        failed_connections: 0,
      },
      session: workflowSession(sessionId),
    });
  },
});

function messageFor(total: number, initiated: number): string {
  if (total === 0) return "None of these toolkits is enabled in this session";
  return initiated > 0
    ? "All connections have been initiated and are pending completion"
    : "All connections are already active";
}
