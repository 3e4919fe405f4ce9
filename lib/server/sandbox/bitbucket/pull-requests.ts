import { type Permission, requireRepository } from "./access";
import { conflict, notFound } from "./provider-error";
import type { ToolSession } from "./session";
import type { PullRequest } from "./store/pull-request-schema";
import type { Repository } from "./store/repository-schema";

type PullRequestInput = { workspace: string; repo_slug: string; pull_request_id: number };

/** A pull request of a repository the viewer may use this far, or Bitbucket's 404. */
export function requirePullRequest(
  session: ToolSession,
  input: PullRequestInput,
  needed: Permission = "read",
): { repository: Repository; pullRequest: PullRequest } {
  const { repository } = requireRepository(session, input, needed);
  const pullRequest = repository.pullRequests.find(({ id }) => id === input.pull_request_id);
  if (!pullRequest) throw notFound(`Pull request ${input.pull_request_id} not found`);
  return { repository, pullRequest };
}

/** For what can only be done to an open pull request. */
export function requireOpen(pullRequest: PullRequest): void {
  if (pullRequest.state !== "OPEN") {
    throw conflict(
      `Pull request ${pullRequest.id} is ${pullRequest.state.toLowerCase()} and can no longer be changed.`,
    );
  }
}

/** The viewer's place among the participants, made when there is none. */
export function takePart(session: ToolSession, pullRequest: PullRequest) {
  const account = session.viewer.uuid;
  const known = pullRequest.participants.find((participant) => participant.account === account);
  const participant = known ?? { account, state: null, participatedOn: null };
  if (!known) pullRequest.participants.push(participant);
  participant.participatedOn = session.now;
  pullRequest.updatedOn = session.now;
  return participant;
}
