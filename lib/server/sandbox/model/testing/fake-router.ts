import type { JSONValue } from "ai";
import type { AnswerCall, TestTool } from "./converse";
import { createFakeBitbucket, type FakeResult, type JSONObject } from "./fake-bitbucket";

export type InnerCall = { slug: string; arguments: Record<string, unknown> };

const object = { type: "object", properties: {} };

export const routerToolList: readonly TestTool[] = [
  "COMPOSIO_SEARCH_TOOLS",
  "COMPOSIO_GET_TOOL_SCHEMAS",
  "COMPOSIO_MULTI_EXECUTE_TOOL",
  "COMPOSIO_MANAGE_CONNECTIONS",
].map((name) => ({ name, inputSchema: object }));

/** Every slug with the parameters beyond the plain ones that its schema names. */
const slugs: Record<string, readonly string[]> = {
  BITBUCKET_GET_CURRENT_USER2: [],
  BITBUCKET_GET_USER_WORKSPACES: [],
  BITBUCKET_LIST_REPOSITORIES_IN_WORKSPACE: ["q", "sort"],
  BITBUCKET_GET_REPOSITORY: [],
  BITBUCKET_LIST_WORKSPACE_MEMBERS: [],
  BITBUCKET_LIST_BRANCHES: ["q", "sort", "page", "pagelen"],
  BITBUCKET_GET_BRANCH: [],
  BITBUCKET_CREATE_BRANCH: [],
  BITBUCKET_LIST_PULL_REQUESTS: ["state", "page", "pagelen"],
  BITBUCKET_GET_PULL_REQUEST: [],
  BITBUCKET_GET_PULL_REQUEST_DIFFSTAT: [],
  BITBUCKET_CREATE_PULL_REQUEST: [],
  BITBUCKET_MERGE_PULL_REQUEST: ["merge_strategy"],
  BITBUCKET_APPROVE_PULL_REQUEST: [],
  BITBUCKET_DECLINE_PULL_REQUEST: [],
  BITBUCKET_GET_REPOSITORIES_PULLREQUESTS_COMMENTS: ["page", "pagelen"],
  BITBUCKET_CREATE_PULL_REQUEST_COMMENT: [],
  BITBUCKET_LIST_ISSUES: ["q", "sort", "page", "pagelen"],
  BITBUCKET_CREATE_ISSUE: [],
  BITBUCKET_CREATE_ISSUE_COMMENT: [],
  BITBUCKET_UPDATE_ISSUE: [],
  BITBUCKET_DELETE_ISSUE: [],
  BITBUCKET_CREATE_REPOSITORY: [],
  BITBUCKET_DELETE_REPOSITORY: [],
  BITBUCKET_GET_FILE_FROM_REPOSITORY: [],
  BITBUCKET_LIST_COMMITS: [],
  BITBUCKET_LIST_SNIPPETS: [],
  BITBUCKET_GET_SNIPPET: [],
  BITBUCKET_CREATE_SNIPPET_COMMENT: [],
};

function schemaOf(slug: string): Record<string, unknown> {
  const names = ["workspace", "repo_slug", ...(slugs[slug] ?? [])];
  return { type: "object", properties: Object.fromEntries(names.map((name) => [name, {}])) };
}

export const directToolList: readonly TestTool[] = Object.keys(slugs).map((name) => ({
  name,
  inputSchema: schemaOf(name),
}));

/** What the app hands a model where no answer came. */
const unanswered: JSONObject = {
  successful: false,
  unknown: true,
  error:
    "This was sent and the answer never came: it may have happened. Do not send it again; look with a read.",
};

/** The inner result in the router's shape. */
function envelope(result: FakeResult): JSONObject {
  if (!("failure" in result)) {
    return { successful: true, data: result as JSONObject, error: null, log_id: "log_1" };
  }
  const body = JSON.stringify({ type: "error", error: { message: result.failure } });
  return {
    successful: false,
    data: {
      http_error: `${result.status} Client Error`,
      status_code: result.status as number,
      message: body,
    },
    error: `${result.status} Client Error: ${result.failure}`,
  };
}

/**
 * A router with a Bitbucket behind it, answering in the shapes of the hosted service.
 *
 * @param options.connected whether the account is connected when it is first looked at
 * @param options.connection what MANAGE_CONNECTIONS answers; by default the account is active afterwards
 * @param options.lost calls of which the app can only say that they were sent
 * @param options.intercept answers an inner call instead of Bitbucket, as an entry of `results`
 */
export function createFakeRouter(
  options: {
    connected?: boolean;
    connection?: JSONValue;
    intercept?: (call: InnerCall) => JSONObject | undefined;
    /** `before`: never reaches Bitbucket. `after`: is done there. Either way its answer never comes. */
    lost?: (call: InnerCall) => "before" | "after" | undefined;
  } = {},
) {
  const bitbucket = createFakeBitbucket();
  const inner: InnerCall[] = [];
  let connected = options.connected ?? true;

  function run(call: InnerCall): JSONObject {
    inner.push(call);
    const lost = options.lost?.(call);
    if (lost === "before") return unanswered;
    const answered = options.intercept?.(call);
    const result = answered ?? envelope(bitbucket.execute(call.slug, call.arguments));
    return lost ? unanswered : result;
  }

  function search(): JSONObject {
    const schemas = Object.keys(slugs).map((slug): [string, JSONValue] => [
      slug,
      { tool_slug: slug, toolkit: "BITBUCKET", input_schema: schemaOf(slug) as JSONObject },
    ]);
    return {
      results: [{ index: 1, primary_tool_slugs: Object.keys(slugs), related_tool_slugs: [] }],
      tool_schemas: Object.fromEntries(schemas),
      toolkit_connection_statuses: [{ toolkit: "bitbucket", has_active_connection: connected }],
      session: { id: "load", instructions: "Pass session_id" },
    };
  }

  const answer: AnswerCall = ({ name, input }) => {
    switch (name) {
      case "COMPOSIO_SEARCH_TOOLS":
        return { successful: true, data: search(), error: null };
      case "COMPOSIO_MANAGE_CONNECTIONS": {
        if (options.connection !== undefined) return options.connection;
        connected = true;
        const result = { toolkit: "bitbucket", status: "active", has_active_connection: true };
        return { successful: true, data: { results: { bitbucket: result } }, error: null };
      }
      case "COMPOSIO_MULTI_EXECUTE_TOOL": {
        const tools = input.tools as { tool_slug: string; arguments: Record<string, unknown> }[];
        const results = tools.map((tool, index) => {
          const response = run({ slug: tool.tool_slug, arguments: tool.arguments });
          return { response, tool_slug: tool.tool_slug, index, error: response.error ?? null };
        });
        return { successful: true, data: { results, total_count: results.length }, error: null };
      }
      default:
        return run({ slug: name, arguments: input });
    }
  };
  return { answer, inner };
}
