import { readJson } from "../http/body";
import { paginate } from "../http/page";
import { attachSessionSchema, createSessionSchema, patchSessionSchema } from "../sessions/request";
import { createSession, deleteSession, findSession, patchSession } from "../sessions/sessions";
import { policyView } from "../sessions/view";
import type { Route } from "./route";
import { sessionView } from "./session-view";

function assistivePrompt(timezone: string | undefined): string {
  const steps = [
    "You work with outside services through a tool router.",
    "Find tools with COMPOSIO_SEARCH_TOOLS, connect toolkits with COMPOSIO_MANAGE_CONNECTIONS when they are not connected, and run tools with COMPOSIO_MULTI_EXECUTE_TOOL.",
  ];
  return timezone ? [...steps, `The user's time zone is ${timezone}.`].join(" ") : steps.join(" ");
}

export const sessionRoutes: readonly Route[] = [
  {
    method: "POST",
    pattern: "tool_router/session",
    handle: async ({ services, request, address }) => {
      const body = await readJson(request, createSessionSchema);
      const session = await createSession(services, body);
      const timezone = body.experimental?.assistive_prompt_config?.user_timezone;
      return Response.json(
        {
          ...sessionView(session, address),
          experimental: { assistive_prompt: assistivePrompt(timezone) },
        },
        { status: 201 },
      );
    },
  },
  {
    method: "GET",
    pattern: "tool_router/session/:id",
    handle: async ({ services, address, id }) =>
      Response.json(sessionView(await findSession(services, id), address)),
  },
  {
    method: "POST",
    pattern: "tool_router/session/:id/attach",
    handle: async ({ services, request, address, id }) => {
      await readJson(request, attachSessionSchema);
      return Response.json(sessionView(await findSession(services, id), address));
    },
  },
  {
    method: "PATCH",
    pattern: "tool_router/session/:id",
    handle: async ({ services, request, address, id }) => {
      const patch = await readJson(request, patchSessionSchema);
      return Response.json(sessionView(await patchSession(services, id, patch), address));
    },
  },
  {
    method: "DELETE",
    pattern: "tool_router/session/:id",
    handle: async ({ services, id }) => {
      await deleteSession(services, id);
      return Response.json({ session_id: id, deleted: true });
    },
  },
  {
    method: "GET",
    pattern: "tool_router/session/:id/config_history",
    handle: async ({ services, url, id }) => {
      const session = await findSession(services, id);
      const current = {
        policy: session.policy,
        version: session.version,
        archivedAt: session.updatedAt,
      };
      const items = [current, ...session.history].map(({ policy, version, archivedAt }) => ({
        config: policyView(policy, session.userId),
        version,
        is_current: version === session.version,
        created_at: new Date(archivedAt).toISOString(),
      }));
      return Response.json(paginate(items, url));
    },
  },
];
