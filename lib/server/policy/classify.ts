import "server-only";
import type { ToolAnnotations } from "@modelcontextprotocol/sdk/types.js";
import type { ToolClass } from "@/lib/shared/action";

const strictness: Record<ToolClass, number> = { read: 0, change: 1, delete: 2 };

const reads = `
  BROWSE_REPOSITORY_PATH GET_BRANCH GET_COMMIT_BUILD_STATUS GET_COMMIT_CHANGES GET_COMMIT_COMMENT GET_COMMIT_DIFF
  GET_CURRENT_USER GET_CURRENT_USER2 GET_FILE_FROM_REPOSITORY GET_PULL_REQUEST GET_PULL_REQUEST_COMMENT
  GET_PULL_REQUEST_COMMITS GET_PULL_REQUEST_DIFF GET_PULL_REQUEST_DIFFSTAT GET_RAW_FILE_CONTENT GET_REPOSITORY
  GET_REPOSITORIES_COMMIT GET_REPOSITORIES_MERGE_BASE GET_REPOSITORIES_REFS GET_REPOSITORIES_SRC GET_SNIPPET GET_USER
  GET_USER_PERMISSIONS_REPOSITORIES GET_USER_PERMISSIONS_WORKSPACES GET_USER_WORKSPACES GET_WORKSPACE
  GET_WORKSPACES_PULLREQUESTS GET_WORKSPACES_SEARCH_CODE LIST_BRANCHES LIST_COMMITS LIST_COMMITS_FROM_REVISION
  LIST_COMMITS_ON_MASTER LIST_DEPLOYMENTS LIST_ISSUES LIST_PIPELINES LIST_PULL_REQUESTS LIST_PULL_REQUEST_TASKS
  LIST_REPOSITORIES LIST_REPOSITORIES_IN_WORKSPACE LIST_REPOSITORY_FORKS LIST_REPOSITORY_PATHS LIST_SNIPPETS LIST_TAGS
  LIST_VERSIONS LIST_WORKSPACE_MEMBERS LIST_WORKSPACE_PROJECTS LIST_WORKSPACES`;

const changes = `
  APPROVE_PULL_REQUEST CREATE_BRANCH CREATE_ISSUE CREATE_ISSUE_COMMENT CREATE_PULL_REQUEST CREATE_PULL_REQUEST_COMMENT
  CREATE_REPOSITORY CREATE_SNIPPET_COMMENT REQUEST_PULL_REQUEST_CHANGES RESOLVE_PULL_REQUEST_COMMENT UPDATE_ISSUE
  UPDATE_PULL_REQUEST`;

/** What cannot be taken back, whatever its name says. */
const deletions = `
  DECLINE_PULL_REQUEST DELETE_COMMIT_COMMENT DELETE_ISSUE DELETE_PULL_REQUEST_COMMENT DELETE_REPOSITORY
  DELETE_SNIPPETS_WATCH DELETE_USER_PIPELINE_VARIABLE MERGE_PULL_REQUEST STOP_PIPELINE`;

const routerLookups = `
  COMPOSIO_SEARCH_TOOLS COMPOSIO_GET_TOOL_SCHEMAS COMPOSIO_MANAGE_CONNECTIONS COMPOSIO_WAIT_FOR_CONNECTIONS`;

function entries(names: string, toolClass: ToolClass, prefix = ""): [string, ToolClass][] {
  return names
    .trim()
    .split(/\s+/)
    .map((name) => [`${prefix}${name}`, toolClass]);
}

const table = new Map<string, ToolClass>([
  ...entries(reads, "read", "BITBUCKET_"),
  ...entries(changes, "change", "BITBUCKET_"),
  ...entries(deletions, "delete", "BITBUCKET_"),
  ...entries(routerLookups, "read"),
]);

function classFromHints(hints: ToolAnnotations | undefined): ToolClass | undefined {
  if (hints?.destructiveHint === true) return "delete";
  if (hints?.readOnlyHint === true) return "read";
  return undefined;
}

/**
 * What a tool does: the table's word for Bitbucket's tools, else what its hints say, else `change`. Hints come from
 * outside, so for a tool of the table they can only make the class stricter.
 */
export function classifyTool(tool: string, hints?: ToolAnnotations): ToolClass {
  const known = table.get(tool);
  const hinted = classFromHints(hints);
  if (!known) return hinted ?? "change";
  // The router marks its own lookups destructive as a whole; the table is about what they do.
  if (!hinted || tool.startsWith("COMPOSIO_")) return known;
  return strictness[hinted] > strictness[known] ? hinted : known;
}
