import type { ActionView, ToolClass } from "@/lib/shared/action";

const inRepository = { workspace: "acme", repo_slug: "api" };

/** What is sent to each tool in the stories. */
const sampleArguments: ReadonlyMap<string, Record<string, unknown>> = new Map(
  Object.entries({
    BITBUCKET_APPROVE_PULL_REQUEST: { ...inRepository, pull_request_id: 42 },
    BITBUCKET_CREATE_BRANCH: {
      ...inRepository,
      name: "release/1.4",
      target_hash: "3fd093fd093fd093fd093fd093fd093fd093fd09",
    },
    BITBUCKET_CREATE_ISSUE: {
      ...inRepository,
      title: "Webhook deliveries stop after a 410",
      content: "After the first 410 the queue is never read again.",
      kind: "bug",
      priority: "major",
    },
    BITBUCKET_CREATE_ISSUE_COMMENT: {
      ...inRepository,
      issue_id: "7",
      content: "I can see it too: the worker stops at the first 410.",
    },
    BITBUCKET_CREATE_PULL_REQUEST: {
      ...inRepository,
      title: "Add rate limits to the public API",
      source_branch: "feature/rate-limits",
      destination_branch: "main",
      description: "Token bucket per key.\n\n- 100 requests a minute\n- headers on every answer",
      close_source_branch: true,
      reviewers: [{ uuid: "{8c7d3b52-6e7a-4c5b-8b64-8a1e3d9a7f22}" }],
    },
    BITBUCKET_CREATE_PULL_REQUEST_COMMENT: {
      ...inRepository,
      pull_request_id: 42,
      content: "Looks good.",
    },
    BITBUCKET_CREATE_REPOSITORY: { ...inRepository, is_private: true, description: "" },
    BITBUCKET_CREATE_SNIPPET_COMMENT: {
      workspace: "acme",
      encoded_id: "kMyXq7",
      content: "Thank you!",
    },
    BITBUCKET_DECLINE_PULL_REQUEST: { ...inRepository, pull_request_id: 42 },
    BITBUCKET_DELETE_ISSUE: { ...inRepository, issue_id: "7" },
    BITBUCKET_DELETE_REPOSITORY: { workspace: "acme", repo_slug: "old-site" },
    BITBUCKET_GET_BRANCH: { ...inRepository, name: "release/1.4" },
    BITBUCKET_GET_FILE_FROM_REPOSITORY: { ...inRepository, commit: "main", path: "README.md" },
    BITBUCKET_GET_PULL_REQUEST: { ...inRepository, pull_request_id: 42 },
    BITBUCKET_GET_PULL_REQUEST_DIFF: { ...inRepository, pull_request_id: 42 },
    BITBUCKET_GET_PULL_REQUEST_DIFFSTAT: { ...inRepository, pull_request_id: 42 },
    BITBUCKET_GET_REPOSITORY: inRepository,
    BITBUCKET_GET_SNIPPET: { workspace: "acme", encoded_id: "kMyXq7" },
    BITBUCKET_LIST_BRANCHES: inRepository,
    BITBUCKET_LIST_COMMITS: inRepository,
    BITBUCKET_LIST_ISSUES: inRepository,
    BITBUCKET_LIST_PULL_REQUESTS: inRepository,
    BITBUCKET_LIST_REPOSITORIES_IN_WORKSPACE: { workspace: "acme" },
    BITBUCKET_LIST_SNIPPETS: { workspace: "acme" },
    BITBUCKET_LIST_WORKSPACE_MEMBERS: { workspace: "acme" },
    BITBUCKET_MERGE_PULL_REQUEST: { ...inRepository, pull_request_id: 42 },
    BITBUCKET_UPDATE_ISSUE: { ...inRepository, issue_id: "7", state: "resolved" },
    COMPOSIO_MANAGE_CONNECTIONS: { toolkits: ["bitbucket"] },
    COMPOSIO_SEARCH_TOOLS: { queries: [{ use_case: "list pull requests" }] },
  }),
);

function sampleClass(tool: string): ToolClass {
  if (/_(DELETE|MERGE|DECLINE)_/.test(tool)) return "delete";
  return /_(CREATE|UPDATE|APPROVE)_/.test(tool) ? "change" : "read";
}

/** An action as the server would describe it. Told apart by its tool and `id`. */
export function sampleAction(
  tool: string,
  state: ActionView["state"],
  changes: Partial<ActionView> = {},
): ActionView {
  const toolkit = tool.startsWith("COMPOSIO_") ? "composio" : "bitbucket";
  const started = state.status !== "queued" && state.status !== "approval";
  const finished = ["succeeded", "failed", "unknown", "cancelled"].includes(state.status);
  return {
    id: `${tool} ${state.status}`,
    toolCallId: "call_1",
    index: 0,
    tool,
    toolkit,
    toolClass: sampleClass(tool),
    arguments: sampleArguments.get(tool) ?? {},
    ...(toolkit === "bitbucket" ? { account: "jane-acme" } : {}),
    state,
    ...(started ? { startedAt: "2026-11-22T11:59:00.000Z" } : {}),
    ...(finished ? { finishedAt: "2026-11-22T11:59:03.400Z" } : {}),
    ...changes,
  };
}

/** The same action as it stands in a shared copy: nothing of what was sent, no account. */
export function sharedAction(action: ActionView): ActionView {
  const { account: _account, ...shared } = action;
  return { ...shared, arguments: {} };
}
