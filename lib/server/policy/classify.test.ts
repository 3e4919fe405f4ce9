import { describe, expect, test } from "vitest";
import type { ToolClass } from "@/lib/shared/action";
import { classifyTool } from "./classify.ts";

const order: ToolClass[] = ["read", "change", "delete"];

/** The toolkit's catalogue, version 20260721_00, in the order in which it is listed. */
const catalogue = `
  APPROVE_PULL_REQUEST BROWSE_REPOSITORY_PATH CREATE_BRANCH CREATE_ISSUE CREATE_ISSUE_COMMENT CREATE_PULL_REQUEST
  CREATE_PULL_REQUEST_COMMENT CREATE_REPOSITORIES_COMMIT_REPORTS_ANNOTATIONS CREATE_REPOSITORIES_COMMITS2 CREATE_REPOSITORY
  CREATE_SNIPPET_COMMENT CREATE_TEAMS_PIPELINES_CONFIG_VARIABLES CREATE_USERS_PIPELINES_CONFIG_VARIABLES
  DECLINE_PULL_REQUEST DELETE_COMMIT_COMMENT DELETE_ISSUE DELETE_PULL_REQUEST_COMMENT
  DELETE_REPOSITORIES_COMMIT_REPORTS_ANNOTATIONS DELETE_REPOSITORY DELETE_SNIPPETS_WATCH DELETE_USER_PIPELINE_VARIABLE
  GET_BRANCH GET_COMMIT_BUILD_STATUS GET_COMMIT_CHANGES GET_COMMIT_COMMENT GET_COMMIT_DIFF GET_CURRENT_USER2
  GET_DEPLOYMENT_ENVIRONMENT_VARIABLES GET_FILE_FROM_REPOSITORY GET_HOOK_EVENTS GET_OPENID_CONFIGURATION GET_PULL_REQUEST
  GET_PULL_REQUEST_COMMENT GET_PULL_REQUEST_COMMITS GET_PULL_REQUEST_DIFF GET_PULL_REQUEST_DIFFSTAT GET_RAW_FILE_CONTENT
  GET_REPOSITORIES_BRANCHING_MODEL GET_REPOSITORIES_COMMIT GET_REPOSITORIES_COMMIT_COMMENTS
  GET_REPOSITORIES_COMMIT_REPORT GET_REPOSITORIES_COMMIT_REPORTS GET_REPOSITORIES_COMMIT_REPORTS_ANNOTATIONS
  GET_REPOSITORIES_COMMIT_STATUSES GET_REPOSITORIES_EFFECTIVE_BRANCHING_MODEL GET_REPOSITORIES_ENVIRONMENTS2
  GET_REPOSITORIES_FILEHISTORY GET_REPOSITORIES_ISSUES_VOTE GET_REPOSITORIES_MERGE_BASE GET_REPOSITORIES_PIPELINES2
  GET_REPOSITORIES_PIPELINES_CONFIG_CACHES GET_REPOSITORIES_PIPELINES_CONFIG_RUNNERS
  GET_REPOSITORIES_PIPELINES_CONFIG_SCHEDULES GET_REPOSITORIES_PIPELINES_CONFIG_SSH_KNOWN_HOSTS
  GET_REPOSITORIES_PIPELINES_CONFIG_VARIABLES GET_REPOSITORIES_PIPELINES_STEPS GET_REPOSITORIES_PULLREQUESTS_ACTIVITY
  GET_REPOSITORIES_PULLREQUESTS_COMMENTS GET_REPOSITORIES_PULLREQUESTS_STATUSES GET_REPOSITORIES_REFS
  GET_REPOSITORIES_REFS_TAGS GET_REPOSITORIES_SRC GET_REPOSITORIES_WATCHERS GET_REPOSITORY GET_REPOSITORY_PATCH GET_SNIPPET
  GET_SNIPPETS_WATCH GET_SSH_LATEST_KEYS GET_USER GET_USER_EMAILS GET_USER_EMAILS2 GET_USER_PERMISSIONS_REPOSITORIES
  GET_USER_PERMISSIONS_WORKSPACES GET_USER_WORKSPACES GET_WORKSPACE GET_WORKSPACES_PULLREQUESTS GET_WORKSPACES_SEARCH_CODE
  LIST_BRANCHES LIST_COMMITS LIST_COMMITS_FROM_REVISION LIST_COMMITS_ON_MASTER LIST_DEPLOYMENTS LIST_ISSUES LIST_PIPELINES
  LIST_PULL_REQUESTS LIST_PULL_REQUEST_TASKS LIST_REPOSITORIES LIST_REPOSITORIES_ENVIRONMENTS
  LIST_REPOSITORIES_IN_WORKSPACE LIST_REPOSITORY_FORKS LIST_REPOSITORY_PATHS LIST_SNIPPETS LIST_TAGS LIST_VERSIONS
  LIST_WORKSPACE_MEMBERS LIST_WORKSPACE_PROJECTS LIST_WORKSPACES MERGE_PULL_REQUEST REQUEST_PULL_REQUEST_CHANGES
  RESOLVE_PULL_REQUEST_COMMENT SEARCH_TEAM_CODE SEARCH_USER_REPOSITORIES_CODE STOP_PIPELINE
  UPDATE_INSIGHTS_PROJECTS_REPOS_COMMITS_REPORTS UPDATE_ISSUE UPDATE_PULL_REQUEST UPDATE_REPOSITORIES_COMMIT_COMMENTS
  UPDATE_REPOSITORIES_COMMIT_REPORTS_ANNOTATIONS UPDATE_TEAMS_PIPELINES_CONFIG_VARIABLES
  UPDATE_USERS_PIPELINES_CONFIG_VARIABLES`
  .trim()
  .split(/\s+/);

/** What the verb alone promises; a name can only be stricter than its verb. */
function verbClass(slug: string): ToolClass {
  if (/^(GET|LIST|BROWSE|SEARCH)_/.test(slug)) return "read";
  return /^(DELETE|DECLINE|STOP|MERGE)_/.test(slug) ? "delete" : "change";
}

describe("Bitbucket's tools", () => {
  test("are 110", () => {
    expect(new Set(catalogue).size).toBe(110);
  });

  test.each(catalogue)("%s", (slug) => {
    expect(classifyTool(`BITBUCKET_${slug}`)).toBe(verbClass(slug));
  });

  test.each(catalogue)("%s: hints make it stricter only", (slug) => {
    const tool = `BITBUCKET_${slug}`;
    for (const readOnlyHint of [undefined, true, false]) {
      for (const destructiveHint of [undefined, true, false]) {
        const hinted = classifyTool(tool, {
          ...(readOnlyHint === undefined ? {} : { readOnlyHint }),
          ...(destructiveHint === undefined ? {} : { destructiveHint }),
        });
        expect(order.indexOf(hinted)).toBeGreaterThanOrEqual(order.indexOf(classifyTool(tool)));
      }
    }
    expect(classifyTool(tool, { destructiveHint: true })).toBe("delete");
  });
});

describe("a tool nobody knows", () => {
  test.each<[string, Parameters<typeof classifyTool>[1], ToolClass]>([
    ["JIRA_DO", undefined, "change"],
    ["JIRA_DO", {}, "change"],
    ["JIRA_DO", { readOnlyHint: false, destructiveHint: false }, "change"],
    ["JIRA_DO", { readOnlyHint: true }, "change"],
    ["JIRA_GET_ISSUE", { readOnlyHint: true }, "change"],
    ["JIRA_DO", { destructiveHint: true }, "delete"],
    ["JIRA_DO", { readOnlyHint: true, destructiveHint: true }, "delete"],
    ["JIRA_DELETE_ISSUE", undefined, "delete"],
    ["JIRA_DELETE_ISSUE", { readOnlyHint: true }, "delete"],
    ["BITBUCKET_GET_AND_REMOVE", { readOnlyHint: true }, "delete"],
    ["BITBUCKET_GET_SOMETHING_NEW", undefined, "change"],
    ["bitbucket_get_branch", { readOnlyHint: true }, "change"],
    ["bitbucket_delete_branch", { readOnlyHint: true }, "delete"],
    ["COMPOSIO_NEW_THING", { readOnlyHint: true }, "change"],
  ])("%s with %j is a %s", (tool, hints, toolClass) => {
    expect(classifyTool(tool, hints)).toBe(toolClass);
  });
});

test.each(["SEARCH_TOOLS", "GET_TOOL_SCHEMAS", "MANAGE_CONNECTIONS", "WAIT_FOR_CONNECTIONS"])(
  "the router's COMPOSIO_%s only looks things up, whatever its hints say",
  (name) => {
    expect(classifyTool(`COMPOSIO_${name}`, { destructiveHint: true })).toBe("read");
  },
);
