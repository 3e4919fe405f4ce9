import type { SearchQuery, ToolAction } from "./script";

/** The router's own tools, which find, connect and run the app tools. */
export const routerTools = {
  search: "COMPOSIO_SEARCH_TOOLS",
  connect: "COMPOSIO_MANAGE_CONNECTIONS",
  execute: "COMPOSIO_MULTI_EXECUTE_TOOL",
} as const;

export type FunctionCall = { name: string; arguments: Record<string, unknown> };

export function searchCall(queries: readonly SearchQuery[]): FunctionCall {
  return { name: routerTools.search, arguments: { queries, session: { generate_id: true } } };
}

export function connectCall(toolkit: string, sessionId: string | undefined): FunctionCall {
  return {
    name: routerTools.connect,
    arguments: { toolkits: [toolkit], ...(sessionId && { session_id: sessionId }) },
  };
}

export function executeCall(
  actions: readonly ToolAction[],
  thought: string,
  sessionId: string | undefined,
): FunctionCall {
  return {
    name: routerTools.execute,
    arguments: {
      tools: actions.map((action) => ({ tool_slug: action.slug, arguments: action.arguments })),
      thought,
      // Required by the router even where there is no workbench to write to.
      sync_response_to_workbench: false,
      ...(sessionId && { session_id: sessionId }),
    },
  };
}
