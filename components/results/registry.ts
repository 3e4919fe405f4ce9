import { branchListResult, branchResult, tagListResult } from "./cards/branch-card";
import { commentListResult, commentResult } from "./cards/comment-card";
import { commitListResult, commitResult } from "./cards/commit-card";
import { deletionResult } from "./cards/deletion-card";
import { diffResult } from "./cards/diff-card";
import { diffstatResult } from "./cards/diffstat-card";
import { fileResult } from "./cards/file-card";
import { folderResult } from "./cards/folder-card";
import { issueListResult, issueResult } from "./cards/issue-card";
import { memberListResult, userResult } from "./cards/people-cards";
import { pullRequestListResult, pullRequestResult } from "./cards/pull-request-card";
import { repositoryListResult, repositoryResult } from "./cards/repository-card";
import { participantResult } from "./cards/reviewer";
import { snippetListResult, snippetResult } from "./cards/snippet-card";
import { workspaceListResult, workspaceResult } from "./cards/workspace-card";
import type { ResultDefinition } from "./define-result";

const definitions: ReadonlyMap<string, ResultDefinition> = new Map([
  ["BITBUCKET_APPROVE_PULL_REQUEST", participantResult],
  ["BITBUCKET_BROWSE_REPOSITORY_PATH", folderResult],
  ["BITBUCKET_CREATE_BRANCH", branchResult],
  ["BITBUCKET_CREATE_ISSUE", issueResult],
  ["BITBUCKET_CREATE_ISSUE_COMMENT", commentResult],
  ["BITBUCKET_CREATE_PULL_REQUEST", pullRequestResult],
  ["BITBUCKET_CREATE_PULL_REQUEST_COMMENT", commentResult],
  ["BITBUCKET_CREATE_REPOSITORY", repositoryResult],
  ["BITBUCKET_CREATE_SNIPPET_COMMENT", commentResult],
  ["BITBUCKET_DECLINE_PULL_REQUEST", pullRequestResult],
  ["BITBUCKET_DELETE_ISSUE", deletionResult],
  ["BITBUCKET_DELETE_REPOSITORY", deletionResult],
  ["BITBUCKET_GET_BRANCH", branchResult],
  ["BITBUCKET_GET_CURRENT_USER", userResult],
  ["BITBUCKET_GET_CURRENT_USER2", userResult],
  ["BITBUCKET_GET_FILE_FROM_REPOSITORY", fileResult],
  ["BITBUCKET_GET_PULL_REQUEST", pullRequestResult],
  ["BITBUCKET_GET_PULL_REQUEST_COMMITS", commitListResult],
  ["BITBUCKET_GET_PULL_REQUEST_DIFF", diffResult],
  ["BITBUCKET_GET_PULL_REQUEST_DIFFSTAT", diffstatResult],
  ["BITBUCKET_GET_REPOSITORIES_COMMIT", commitResult],
  ["BITBUCKET_GET_REPOSITORIES_PULLREQUESTS_COMMENTS", commentListResult],
  ["BITBUCKET_GET_REPOSITORY", repositoryResult],
  ["BITBUCKET_GET_SNIPPET", snippetResult],
  ["BITBUCKET_GET_USER", userResult],
  ["BITBUCKET_GET_USER_WORKSPACES", workspaceListResult],
  ["BITBUCKET_GET_WORKSPACE", workspaceResult],
  ["BITBUCKET_LIST_BRANCHES", branchListResult],
  ["BITBUCKET_LIST_COMMITS", commitListResult],
  ["BITBUCKET_LIST_COMMITS_FROM_REVISION", commitListResult],
  ["BITBUCKET_LIST_COMMITS_ON_MASTER", commitListResult],
  ["BITBUCKET_LIST_ISSUES", issueListResult],
  ["BITBUCKET_LIST_PULL_REQUESTS", pullRequestListResult],
  ["BITBUCKET_LIST_REPOSITORIES", repositoryListResult],
  ["BITBUCKET_LIST_REPOSITORIES_IN_WORKSPACE", repositoryListResult],
  ["BITBUCKET_LIST_REPOSITORY_FORKS", repositoryListResult],
  ["BITBUCKET_LIST_SNIPPETS", snippetListResult],
  ["BITBUCKET_LIST_TAGS", tagListResult],
  ["BITBUCKET_LIST_WORKSPACES", workspaceListResult],
  ["BITBUCKET_LIST_WORKSPACE_MEMBERS", memberListResult],
  ["BITBUCKET_MERGE_PULL_REQUEST", pullRequestResult],
  ["BITBUCKET_REQUEST_PULL_REQUEST_CHANGES", participantResult],
  ["BITBUCKET_UPDATE_ISSUE", issueResult],
  ["BITBUCKET_UPDATE_PULL_REQUEST", pullRequestResult],
]);

/** The card of a tool's result, by its slug. A new card is a new file in `cards` and a line here. */
export function findResultDefinition(tool: string): ResultDefinition | undefined {
  return definitions.get(tool);
}

/** The slugs that have a card of their own. */
export const resultTools: readonly string[] = [...definitions.keys()];
