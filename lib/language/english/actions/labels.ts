import { labelsByTool, type ToolLabel } from "../../action-words";
import { counted } from "./things";
import { verbs } from "./verbs";

const pullRequest = "[pull request {pullRequest}|a pull request]";
const titledPullRequest = `${pullRequest}[ {title}]`;
const issue = "[issue {issue}|an issue]";
const inRepository = "[ in {repository}]";

export const bitbucketLabels = {
  APPROVE_PULL_REQUEST: {
    verb: verbs.approve,
    object: `${titledPullRequest}${inRepository}`,
    button: "Approve pull request",
  },
  BROWSE_REPOSITORY_PATH: {
    verb: verbs.look,
    object: "the files[ of {repository}][ in {path}][ at {commit}]",
  },
  CREATE_BRANCH: {
    verb: verbs.create,
    object: `[branch {name}|a branch]${inRepository}`,
    button: "Create branch",
  },
  CREATE_ISSUE: {
    verb: verbs.create,
    object: `issue[ {issue}][ {title}]${inRepository}`,
    anyObject: "an issue",
    button: "Create issue",
  },
  CREATE_ISSUE_COMMENT: {
    verb: verbs.comment,
    object: `${issue}${inRepository}`,
    button: "Post comment",
  },
  CREATE_PULL_REQUEST: {
    verb: verbs.open,
    object: `pull request[ {pullRequest}][ {title}][ from {source}][ into {destination}]${inRepository}`,
    anyObject: "a pull request",
    button: "Open pull request",
  },
  CREATE_PULL_REQUEST_COMMENT: {
    verb: verbs.comment,
    object: `${pullRequest}${inRepository}`,
    button: "Post comment",
  },
  CREATE_REPOSITORY: {
    verb: verbs.create,
    object: "[repository {repository}|a repository]",
    button: "Create repository",
  },
  CREATE_SNIPPET_COMMENT: {
    verb: verbs.comment,
    object: "[snippet {snippet}|a snippet][ in {workspace}]",
    button: "Post comment",
  },
  DECLINE_PULL_REQUEST: {
    verb: verbs.decline,
    object: `${titledPullRequest}${inRepository}`,
    button: "Decline pull request",
  },
  DELETE_ISSUE: { verb: verbs.delete, object: `${issue}${inRepository}`, button: "Delete issue" },
  DELETE_REPOSITORY: {
    verb: verbs.delete,
    object: "[repository {repository}|a repository]",
    button: "Delete repository",
  },
  GET_BRANCH: { verb: verbs.look, object: `[branch {name}|a branch]${inRepository}` },
  GET_CURRENT_USER: { verb: verbs.lookUp, object: "your Bitbucket profile" },
  GET_CURRENT_USER2: { verb: verbs.lookUp, object: "your Bitbucket profile" },
  GET_FILE_FROM_REPOSITORY: {
    verb: verbs.read,
    object: "[{path}|a file][ from {repository}][ at {commit}]",
  },
  GET_PULL_REQUEST: { verb: verbs.look, object: `${titledPullRequest}${inRepository}` },
  GET_PULL_REQUEST_DIFF: { verb: verbs.read, object: `the diff of ${pullRequest}${inRepository}` },
  GET_PULL_REQUEST_DIFFSTAT: {
    verb: verbs.look,
    object: `{things} of ${pullRequest}${inRepository}`,
    things: counted("changed file", "changed files"),
  },
  GET_PULL_REQUEST_COMMITS: {
    verb: verbs.list,
    object: `{things} of ${pullRequest}${inRepository}`,
    things: counted("commit", "commits"),
  },
  GET_REPOSITORIES_COMMIT: {
    verb: verbs.look,
    object: `[commit {commit}|a commit]${inRepository}`,
  },
  GET_REPOSITORIES_PULLREQUESTS_COMMENTS: {
    verb: verbs.list,
    object: `{things} on ${pullRequest}${inRepository}`,
    things: counted("comment", "comments"),
  },
  GET_REPOSITORY: { verb: verbs.look, object: "[repository {repository}|a repository]" },
  GET_SNIPPET: { verb: verbs.look, object: "[snippet {snippet}|a snippet][ in {workspace}]" },
  GET_USER: { verb: verbs.lookUp, object: "a Bitbucket profile" },
  GET_USER_WORKSPACES: {
    verb: verbs.list,
    object: "{things}",
    things: counted("workspace", "workspaces"),
  },
  GET_WORKSPACE: { verb: verbs.look, object: "[workspace {workspace}|a workspace]" },
  LIST_BRANCHES: {
    verb: verbs.list,
    object: `{things}${inRepository}`,
    things: counted("branch", "branches"),
  },
  LIST_COMMITS: {
    verb: verbs.list,
    object: `{things}${inRepository}`,
    things: counted("commit", "commits"),
  },
  LIST_COMMITS_FROM_REVISION: {
    verb: verbs.list,
    object: `{things}${inRepository}`,
    things: counted("commit", "commits"),
  },
  LIST_COMMITS_ON_MASTER: {
    verb: verbs.list,
    object: `{things}${inRepository}`,
    things: counted("commit", "commits"),
  },
  LIST_ISSUES: {
    verb: verbs.list,
    object: `{things}${inRepository}`,
    things: counted("issue", "issues"),
  },
  LIST_PULL_REQUESTS: {
    verb: verbs.list,
    object: `{things}${inRepository}`,
    things: counted("pull request", "pull requests"),
  },
  LIST_REPOSITORIES: {
    verb: verbs.list,
    object: "{things}",
    things: counted("repository", "repositories"),
  },
  LIST_REPOSITORIES_IN_WORKSPACE: {
    verb: verbs.list,
    object: "{things}[ in {workspace}]",
    things: counted("repository", "repositories"),
  },
  LIST_REPOSITORY_FORKS: {
    verb: verbs.list,
    object: "{things}[ of {repository}]",
    things: counted("fork", "forks"),
  },
  LIST_SNIPPETS: {
    verb: verbs.list,
    object: "{things}[ in {workspace}]",
    things: counted("snippet", "snippets"),
  },
  LIST_TAGS: {
    verb: verbs.list,
    object: `{things}${inRepository}`,
    things: counted("tag", "tags"),
  },
  LIST_WORKSPACES: {
    verb: verbs.list,
    object: "{things}",
    things: counted("workspace", "workspaces"),
  },
  LIST_WORKSPACE_MEMBERS: {
    verb: verbs.list,
    object: "{things}[ of {workspace}]",
    things: counted("member", "members"),
  },
  MERGE_PULL_REQUEST: {
    verb: verbs.merge,
    object: `${titledPullRequest}[ into {destination}]${inRepository}`,
    button: "Merge",
  },
  REQUEST_PULL_REQUEST_CHANGES: {
    verb: verbs.requestChanges,
    object: `${titledPullRequest}${inRepository}`,
    button: "Request changes",
  },
  UPDATE_ISSUE: {
    verb: verbs.update,
    object: `${issue}[ {title}]${inRepository}`,
    button: "Update issue",
  },
  UPDATE_PULL_REQUEST: {
    verb: verbs.update,
    object: `${titledPullRequest}${inRepository}`,
    button: "Update pull request",
  },
} satisfies Record<string, ToolLabel>;

export const routerLabels = {
  GET_TOOL_SCHEMAS: { verb: verbs.read, object: "how the tools work" },
  MANAGE_CONNECTIONS: { verb: verbs.check, object: "the [{toolkit} ]connection" },
  MULTI_EXECUTE_TOOL: { verb: verbs.run, object: "several tools at once" },
  REMOTE_BASH_TOOL: { verb: verbs.run, object: "a command in the remote workbench" },
  REMOTE_WORKBENCH: { verb: verbs.run, object: "code in the remote workbench" },
  SEARCH_TOOLS: { verb: verbs.lookFor, object: "the right tool" },
  WAIT_FOR_CONNECTIONS: { verb: verbs.wait, object: "the [{toolkit} ]connection" },
} satisfies Record<string, ToolLabel>;

export const labels = labelsByTool(bitbucketLabels, routerLabels);

/** The slugs that have words of their own. */
export const labelledTools: readonly string[] = [...labels.keys()];
