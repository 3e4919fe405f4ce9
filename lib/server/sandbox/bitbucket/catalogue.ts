import type { BitbucketTool } from "./define-tool";
import { branchTools } from "./tools/branches";
import { createBranchTool } from "./tools/create-branch";
import { createPullRequestTool } from "./tools/create-pull-request";
import { createRepositoryTool } from "./tools/create-repository";
import { issueTools } from "./tools/issues";
import { mergePullRequestTool } from "./tools/merge-pull-request";
import { pullRequestChangeTools } from "./tools/pull-request-changes";
import { readPullRequestTools } from "./tools/read-pull-requests";
import { repositoryTools } from "./tools/repositories";
import { reviewPullRequestTools } from "./tools/review-pull-requests";
import { snippetTools } from "./tools/snippets";
import { sourceTools } from "./tools/source";
import { userTools } from "./tools/users";
import { workspaceTools } from "./tools/workspaces";
import { writeIssueTools } from "./tools/write-issues";

/** Every tool of the embedded Bitbucket. A new one is a new entry here and nothing else. */
export const catalogue: readonly BitbucketTool[] = [
  ...userTools,
  ...workspaceTools,
  ...repositoryTools,
  createRepositoryTool,
  ...branchTools,
  createBranchTool,
  ...sourceTools,
  ...readPullRequestTools,
  ...pullRequestChangeTools,
  createPullRequestTool,
  mergePullRequestTool,
  ...reviewPullRequestTools,
  ...issueTools,
  ...writeIssueTools,
  ...snippetTools,
];

const bySlug = new Map(catalogue.map((entry) => [entry.tool.slug, entry]));

export function findTool(slug: string): BitbucketTool | undefined {
  return bySlug.get(slug);
}
