import { z } from "zod";
import { defineTool } from "../define-tool";
import { type MergeResult, mergeCommits, mergeStrategies } from "../git/merge";
import { branchReference, findBranch } from "../git/references";
import { pullRequestInput } from "../inputs";
import { badRequest } from "../provider-error";
import { requireOpen, requirePullRequest } from "../pull-requests";
import type { ToolSession } from "../session";
import { pullRequestShape } from "../shapes";
import type { PullRequest } from "../store/pull-request-schema";
import { endsOf, viewPullRequest } from "../views/pull-request-view";

export const mergePullRequestTool = defineTool({
  slug: "BITBUCKET_MERGE_PULL_REQUEST",
  name: "Merge pull request",
  description:
    "Merges an open pull request into its destination branch and, where asked to, deletes the source branch. This cannot be undone.",
  hints: ["updateHint", "destructiveHint"],
  scopes: ["pullrequest:write"],
  endpoint: "/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/merge",
  input: z.object({
    ...pullRequestInput,
    message: z.string().optional().describe("Message of the merge commit."),
    merge_strategy: z
      .enum(mergeStrategies)
      .default("merge_commit")
      .describe("How the changes come into the destination branch."),
    close_source_branch: z
      .boolean()
      .optional()
      .describe("Whether to delete the source branch; as set in the pull request by default."),
  }),
  output: pullRequestShape,
  async run(session, input) {
    const { repository, pullRequest } = requirePullRequest(session, input, "write");
    requireOpen(pullRequest);
    if (pullRequest.draft) throw badRequest("This pull request is a draft and cannot be merged.");
    const location = session.git(repository);
    const ends = await endsOf(location, pullRequest);
    const result = await mergeCommits(location, {
      ...ends,
      strategy: input.merge_strategy,
      message: input.message?.trim() || defaultMessage(session, pullRequest),
      person: { name: session.viewer.displayName, email: session.viewer.email },
      at: session.at,
    });
    const hash = requireMerged(result);
    Object.assign(pullRequest, {
      state: "MERGED",
      sourceCommit: ends.source,
      destinationCommit: ends.destination,
      mergeCommit: hash,
      closedBy: session.viewer.uuid,
      closeSourceBranch: input.close_source_branch ?? pullRequest.closeSourceBranch,
      updatedOn: session.now,
    } satisfies Partial<PullRequest>);
    repository.updatedOn = session.now;
    const { workspace, slug } = repository;
    const { destinationBranch, sourceBranch } = pullRequest;
    const reference = branchReference(destinationBranch);
    session.promise({ type: "set-reference", workspace, slug, reference, hash });
    if (pullRequest.closeSourceBranch && (await findBranch(location, sourceBranch))) {
      const closed = branchReference(sourceBranch);
      session.promise({ type: "delete-reference", workspace, slug, reference: closed });
    }
    return viewPullRequest(session.document, repository, location, pullRequest);
  },
});

function defaultMessage({ document }: ToolSession, pullRequest: PullRequest): string {
  const { id, sourceBranch, title, participants } = pullRequest;
  const approvals = participants
    .filter(({ state }) => state === "approved")
    .flatMap(({ account }) => document.accounts.filter(({ uuid }) => uuid === account))
    .map(({ displayName }) => `Approved-by: ${displayName}`);
  const heading = `Merged in ${sourceBranch} (pull request #${id})`;
  return [heading, title, ...(approvals.length > 0 ? [approvals.join("\n")] : [])].join("\n\n");
}

function requireMerged(result: MergeResult): string {
  switch (result.status) {
    case "merged":
      return result.hash;
    case "conflict":
      throw badRequest("You can't merge until you resolve all merge conflicts.", {
        key: "MERGE_CONFLICT",
        files: [...result.paths],
      });
    case "diverged":
      throw badRequest("The destination branch has moved on; a fast-forward is not possible.", {
        key: "FAST_FORWARD_NOT_POSSIBLE",
      });
  }
}
