import type { GitLocation } from "../git/location";
import { findBranch } from "../git/references";
import type { PullRequest } from "../store/pull-request-schema";
import type { Repository } from "../store/repository-schema";
import type { WorldDocument } from "../store/world-schema";
import { type AccountView, viewAccountOf } from "./account-view";
import { viewCommitBriefly } from "./commit-view";
import { apiLink, siteLink, timestamp } from "./links";
import { rendered } from "./rendered";
import { fullName, viewRepositoryBriefly } from "./repository-view";

/** The commits a pull request is about: where its branches are now while it is open, where they were once it is closed. */
export async function endsOf(
  location: GitLocation,
  pullRequest: PullRequest,
): Promise<{ source: string; destination: string }> {
  const { sourceCommit: source, destinationCommit: destination } = pullRequest;
  if (pullRequest.state !== "OPEN") return { source, destination };
  return {
    source: (await findBranch(location, pullRequest.sourceBranch)) ?? source,
    destination: (await findBranch(location, pullRequest.destinationBranch)) ?? destination,
  };
}

export async function viewPullRequest(
  document: WorldDocument,
  repository: Repository,
  location: GitLocation,
  pullRequest: PullRequest,
) {
  const ends = await endsOf(location, pullRequest);
  const end = (branch: string, hash: string) => ({
    branch: { name: branch },
    commit: viewCommitBriefly(repository, hash),
    repository: viewRepositoryBriefly(repository),
  });
  return {
    type: "pullrequest",
    id: pullRequest.id,
    title: pullRequest.title,
    description: pullRequest.description,
    summary: rendered(pullRequest.description),
    state: pullRequest.state,
    draft: pullRequest.draft,
    author: viewAccountOf(document, pullRequest.author),
    source: end(pullRequest.sourceBranch, ends.source),
    destination: end(pullRequest.destinationBranch, ends.destination),
    reviewers: pullRequest.reviewers
      .map((uuid) => viewAccountOf(document, uuid))
      .filter((account): account is AccountView => account !== null),
    participants: pullRequest.participants.map((participant) =>
      viewParticipant(document, pullRequest, participant),
    ),
    merge_commit: pullRequest.mergeCommit
      ? viewCommitBriefly(repository, pullRequest.mergeCommit)
      : null,
    close_source_branch: pullRequest.closeSourceBranch,
    closed_by: viewAccountOf(document, pullRequest.closedBy),
    reason: "",
    comment_count: pullRequest.comments.length,
    task_count: pullRequest.taskCount,
    created_on: timestamp(pullRequest.createdOn),
    updated_on: timestamp(pullRequest.updatedOn),
    links: linksOf(repository, pullRequest),
  };
}

export function viewParticipant(
  document: WorldDocument,
  pullRequest: PullRequest,
  participant: PullRequest["participants"][number],
) {
  return {
    type: "participant",
    user: viewAccountOf(document, participant.account),
    role: pullRequest.reviewers.includes(participant.account) ? "REVIEWER" : "PARTICIPANT",
    approved: participant.state === "approved",
    state: participant.state,
    participated_on: participant.participatedOn && timestamp(participant.participatedOn),
  };
}

export function pullRequestAddress(repository: Repository, pullRequest: PullRequest) {
  const name = fullName(repository);
  return {
    api: `repositories/${name}/pullrequests/${pullRequest.id}`,
    site: `${name}/pull-requests/${pullRequest.id}`,
  };
}

function linksOf(repository: Repository, pullRequest: PullRequest) {
  const { api, site } = pullRequestAddress(repository, pullRequest);
  return {
    self: apiLink(api),
    html: siteLink(site),
    commits: apiLink(`${api}/commits`),
    comments: apiLink(`${api}/comments`),
    diff: apiLink(`${api}/diff`),
    diffstat: apiLink(`${api}/diffstat`),
    approve: apiLink(`${api}/approve`),
    merge: apiLink(`${api}/merge`),
    decline: apiLink(`${api}/decline`),
  };
}
