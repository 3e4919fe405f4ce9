import { z } from "zod";
import { repositoryPermission, requireRepository } from "../access";
import { defineTool } from "../define-tool";
import { changesBetween } from "../git/changes";
import type { GitLocation } from "../git/location";
import { findBranch } from "../git/references";
import { repositoryInput } from "../inputs";
import { badRequest, invalidField } from "../provider-error";
import type { ToolSession } from "../session";
import type { PullRequest } from "../store/pull-request-schema";
import type { Repository } from "../store/repository-schema";
import { timestamp } from "../views/links";

const input = z.object({
  ...repositoryInput,
  title: z.string().trim().min(1).max(255).describe("Title of the pull request."),
  source_branch: z.string().min(1).describe("Branch with the changes."),
  destination_branch: z
    .string()
    .min(1)
    .optional()
    .describe("Branch to merge into; the repository's main branch by default."),
  description: z.string().optional().describe("Description, in Markdown."),
  close_source_branch: z
    .boolean()
    .default(false)
    .describe("Whether the source branch is deleted when the pull request is merged."),
  reviewers: z
    .array(z.object({ uuid: z.string().describe("UUID of the reviewer, in curly braces.") }))
    .optional()
    .describe("People asked for a review. The author cannot be among them."),
});

export const createPullRequestTool = defineTool({
  slug: "BITBUCKET_CREATE_PULL_REQUEST",
  name: "Create a pull request",
  description:
    "Creates a new pull request in a repository; the source branch must exist and differ from the (optional) destination branch.",
  hints: ["createHint"],
  scopes: ["pullrequest:write"],
  endpoint: "/repositories/{workspace}/{repo_slug}/pullrequests",
  input,
  output: z.looseObject({
    id: z.int(),
    title: z.string(),
    state: z.literal("OPEN"),
    created_on: z.string(),
    updated_on: z.string(),
  }),
  async run(session, given) {
    const { repository } = requireRepository(session, given);
    const location = session.git(repository);
    const destinationBranch = given.destination_branch ?? repository.mainBranch ?? "main";
    if (given.source_branch === destinationBranch) {
      throw invalidField("destination", "The source and the destination branch are the same.");
    }
    const source = await requireBranch(location, "source", given.source_branch);
    const destination = await requireBranch(location, "destination", destinationBranch);
    const reviewers = readReviewers(session, repository, given.reviewers ?? []);
    if ((await changesBetween(location, destination, source)).length === 0) {
      throw badRequest("There are no changes to be pulled");
    }
    repository.lastPullRequestId += 1;
    const pullRequest: PullRequest = {
      id: repository.lastPullRequestId,
      title: given.title,
      description: given.description ?? "",
      state: "OPEN",
      draft: false,
      author: session.viewer.uuid,
      sourceBranch: given.source_branch,
      destinationBranch,
      sourceCommit: source,
      destinationCommit: destination,
      mergeCommit: null,
      closeSourceBranch: given.close_source_branch,
      closedBy: null,
      reviewers,
      participants: reviewers.map((account) => ({ account, state: null, participatedOn: null })),
      comments: [],
      taskCount: 0,
      createdOn: session.now,
      updatedOn: session.now,
    };
    repository.pullRequests.push(pullRequest);
    return {
      type: "pullrequest",
      id: pullRequest.id,
      title: pullRequest.title,
      state: pullRequest.state,
      created_on: timestamp(pullRequest.createdOn),
      updated_on: timestamp(pullRequest.updatedOn),
    };
  },
});

async function requireBranch(location: GitLocation, field: string, name: string): Promise<string> {
  const hash = await findBranch(location, name);
  if (!hash) throw invalidField(field, `branch not found: ${name}`);
  return hash;
}

function readReviewers(
  session: ToolSession,
  repository: Repository,
  reviewers: readonly { uuid: string }[],
): string[] {
  const uuids = [...new Set(reviewers.map(({ uuid }) => uuid))];
  for (const uuid of uuids) {
    const account = session.document.accounts.find((candidate) => candidate.uuid === uuid);
    if (!account) throw invalidField("reviewers", "Malformed reviewers list");
    if (uuid === session.viewer.uuid) {
      throw invalidField(
        "reviewers",
        `${account.displayName} is the author and cannot be included as a reviewer.`,
      );
    }
    if (!repositoryPermission(session, repository, uuid)) {
      throw invalidField(
        "reviewers",
        `${account.displayName} does not have access to view this pull request`,
      );
    }
  }
  return uuids;
}
