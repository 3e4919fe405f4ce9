import type { SandboxTool } from "../../contract";
import { workflowSession } from "../meta-tools/session-word";
import type { RouterServices } from "../services";
import { allowedTools } from "../sessions/access";
import type { StoredSession } from "../store/schema";
import type { Toolkit } from "../toolkit";
import { connectionStatus } from "./connection-status";
import { rankTools } from "./rank";

export type SearchRequest = {
  useCases: readonly string[];
  /** Only these toolkits; all of the session's when absent. */
  toolkits?: readonly string[] | undefined;
  workflowSessionId?: string | undefined;
};

/** The best tools come with their schema; for the others the model has to ask. */
function schemaEntry(tool: SandboxTool, toolkit: Toolkit, isPrimary: boolean) {
  const shared = {
    toolkit: toolkit.slug.toUpperCase(),
    tool_slug: tool.slug,
    description: tool.description,
    hasFullSchema: isPrimary,
  };
  if (isPrimary) return { ...shared, input_schema: tool.inputParameters };
  return {
    ...shared,
    schemaRef: {
      tool: "COMPOSIO_GET_TOOL_SCHEMAS",
      args: { tool_slugs: [tool.slug] },
      message: "Call COMPOSIO_GET_TOOL_SCHEMAS for the input schema before executing this tool.",
    },
  };
}

function guidance(hasMatches: boolean, isConnected: boolean, toolkit: Toolkit): string[] {
  if (!hasMatches) return ["No tool matches. Describe the task in other words and search again."];
  const execute =
    "Run the tools with COMPOSIO_MULTI_EXECUTE_TOOL, several in one call where they do not depend on each other.";
  return isConnected
    ? [execute]
    : [`Connect ${toolkit.name} with COMPOSIO_MANAGE_CONNECTIONS first.`, execute];
}

/** Finds the session's tools for each use case, as COMPOSIO_SEARCH_TOOLS and `POST …/search` answer. */
export async function searchTools(
  services: RouterServices,
  session: StoredSession,
  request: SearchRequest,
) {
  const { toolkit, now } = services;
  const isIncluded =
    request.toolkits === undefined ||
    request.toolkits.some((slug) => slug.toLowerCase() === toolkit.slug);
  const tools = isIncluded ? allowedTools(session.policy, toolkit) : [];
  const ranked = request.useCases.map((useCase) => ({ useCase, ...rankTools(tools, useCase) }));
  const primary = new Set(ranked.flatMap((result) => result.primary));
  const found = new Set([...primary, ...ranked.flatMap((result) => result.related)]);
  const statuses = tools.length > 0 ? [await connectionStatus(services, session)] : [];
  const time = new Date(now());
  return {
    results: ranked.map((result, position) => ({
      index: position + 1,
      use_case: result.useCase,
      primary_tool_slugs: result.primary.map(({ slug }) => slug),
      related_tool_slugs: result.related.map(({ slug }) => slug),
      toolkits: result.primary.length > 0 ? [toolkit.slug] : [],
    })),
    tool_schemas: Object.fromEntries(
      [...found].map((tool) => [tool.slug, schemaEntry(tool, toolkit, primary.has(tool))]),
    ),
    toolkit_connection_statuses: statuses,
    next_steps_guidance: guidance(
      found.size > 0,
      statuses.some((status) => status.has_active_connection),
      toolkit,
    ),
    session: {
      ...workflowSession(request.workflowSessionId),
      generate_id: request.workflowSessionId === undefined,
    },
    time_info: {
      current_time_utc: time.toISOString(),
      current_time_utc_epoch_seconds: Math.floor(time.getTime() / 1000),
      message: "Use this as the current time when a task depends on it.",
    },
  };
}
