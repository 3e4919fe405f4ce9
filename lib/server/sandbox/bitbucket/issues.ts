import { mayUse, repositoryPermission, requireRepository } from "./access";
import { forbidden, gone, invalidField, notFound } from "./provider-error";
import type { ToolSession } from "./session";
import type { Account } from "./store/account-schema";
import type { Issue } from "./store/issue-schema";
import type { Repository } from "./store/repository-schema";

type RepositoryInput = { workspace: string; repo_slug: string };

/** A repository whose issues can be used. Off is a 404; after Bitbucket removed issues for it, a 410. */
export function requireIssueTracker(session: ToolSession, input: RepositoryInput): Repository {
  const { repository } = requireRepository(session, input);
  switch (repository.issueTracker) {
    case "on":
      return repository;
    case "off":
      throw notFound("Repository has no issue tracker.");
    case "sunset":
      throw gone(
        "Functionality has been deprecated",
        "Bitbucket Cloud removed issues and wikis, their API included, on 20 August 2026. Existing issues can be imported into Jira.",
        "https://developer.atlassian.com/cloud/bitbucket/changelog/",
      );
  }
}

export function requireIssue(
  session: ToolSession,
  input: RepositoryInput & { issue_id: string },
): { repository: Repository; issue: Issue } {
  const repository = requireIssueTracker(session, input);
  const issue = repository.issues.find(({ id }) => `${id}` === input.issue_id);
  if (!issue) throw notFound(`No Issue with id ${input.issue_id} in this repository.`);
  return { repository, issue };
}

/** An issue may be changed by whoever may write to the repository, and by the one who reported it. */
export function requireIssueChange(
  session: ToolSession,
  repository: Repository,
  issue: Issue,
): void {
  if (mayUse(session, repository, "write") || issue.reporter === session.viewer.uuid) return;
  throw forbidden(
    `You did not report this issue, and changing it needs write access to ${repository.workspace}/${repository.slug}.`,
  );
}

/** Checks that somebody can be given an issue, and returns the reference to keep. */
export function assigneeFor(
  session: ToolSession,
  repository: Repository,
  matches: (account: Account) => boolean,
): string {
  const account = session.document.accounts.find(matches);
  if (!account) throw invalidField("assignee", "There is no such account.");
  if (!repositoryPermission(session, repository, account.uuid)) {
    throw invalidField("assignee", `${account.displayName} has no access to this repository.`);
  }
  return account.uuid;
}

/** The name of one of the repository's own components, milestones or versions, given its id or name. */
export function labelFor(
  field: "component" | "milestone" | "version",
  labels: Repository["components"],
  wanted: string | undefined,
): string | null {
  if (wanted === undefined) return null;
  const label = labels.find(({ id, name }) => `${id}` === wanted || name === wanted);
  if (!label) throw invalidField(field, `There is no ${field} "${wanted}" in this repository.`);
  return label.name;
}
