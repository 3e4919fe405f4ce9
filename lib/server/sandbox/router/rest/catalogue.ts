import { usableAccounts } from "../accounts/select";
import { listParameter, paginate } from "../http/page";
import { authConfigId } from "../identifiers";
import { listedMetaTools } from "../meta-tools/catalogue";
import type { RouterServices } from "../services";
import { isToolkitAllowed, preloadedTools } from "../sessions/access";
import { findSession } from "../sessions/sessions";
import type { StoredSession } from "../store/schema";
import type { Route } from "./route";
import { appToolView, metaToolView } from "./tool-view";

async function toolkitView(services: RouterServices, session: StoredSession) {
  const { toolkit, store, now } = services;
  const { accounts } = await store.read();
  const [current] = usableAccounts(accounts, session, toolkit, now());
  return {
    name: toolkit.name,
    slug: toolkit.slug,
    enabled: isToolkitAllowed(session.policy, toolkit.slug),
    is_no_auth: false,
    composio_managed_auth_schemes: ["OAUTH2"],
    meta: { logo: "", description: toolkit.description },
    connected_account: current
      ? {
          id: current.account.id,
          user_id: current.account.userId,
          status: "ACTIVE",
          created_at: new Date(current.account.createdAt).toISOString(),
          auth_config: {
            id: authConfigId(toolkit.slug),
            auth_scheme: "OAUTH2",
            is_composio_managed: true,
          },
        }
      : null,
  };
}

export const catalogueRoutes: readonly Route[] = [
  {
    method: "GET",
    pattern: "tool_router/session/:id/tools",
    handle: async ({ services, url, id }) => {
      const { policy } = await findSession(services, id);
      const tools = [
        ...listedMetaTools(policy).map((tool) => metaToolView(tool, policy)),
        ...preloadedTools(policy, services.toolkit).map((tool) =>
          appToolView(tool, services.toolkit),
        ),
      ];
      return Response.json(paginate(tools, url));
    },
  },
  {
    method: "GET",
    pattern: "tool_router/session/:id/toolkits",
    handle: async ({ services, url, id }) => {
      const view = await toolkitView(services, await findSession(services, id));
      const wanted = listParameter(url, "toolkits");
      const isConnected = url.searchParams.get("is_connected");
      const search = url.searchParams.get("search")?.toLowerCase() ?? "";
      const isIncluded =
        view.enabled &&
        (wanted === undefined || wanted.some((slug) => slug.toLowerCase() === view.slug)) &&
        (!isConnected || (isConnected === "true") === (view.connected_account !== null)) &&
        `${view.slug} ${view.name}`.toLowerCase().includes(search);
      return Response.json(paginate(isIncluded ? [view] : [], url));
    },
  },
];
