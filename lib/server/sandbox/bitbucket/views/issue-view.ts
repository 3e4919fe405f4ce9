import type { Issue } from "../store/issue-schema";
import type { Repository } from "../store/repository-schema";
import type { WorldDocument } from "../store/world-schema";
import { viewAccountOf } from "./account-view";
import { apiLink, siteLink, timestamp } from "./links";
import { rendered } from "./rendered";
import { fullName, viewRepositoryBriefly } from "./repository-view";

export function viewIssue(document: WorldDocument, repository: Repository, issue: Issue) {
  const address = issueAddress(repository, issue);
  return {
    type: "issue",
    id: issue.id,
    title: issue.title,
    content: rendered(issue.content),
    state: issue.state,
    kind: issue.kind,
    priority: issue.priority,
    reporter: viewAccountOf(document, issue.reporter),
    assignee: viewAccountOf(document, issue.assignee),
    component: issue.component === null ? null : { type: "component", name: issue.component },
    milestone: issue.milestone === null ? null : { type: "milestone", name: issue.milestone },
    version: issue.version === null ? null : { type: "version", name: issue.version },
    due_on: issue.dueOn,
    votes: issue.votes,
    watches: 1,
    comment_count: issue.comments.length,
    created_on: timestamp(issue.createdOn),
    updated_on: timestamp(issue.updatedOn),
    edited_on: null,
    repository: viewRepositoryBriefly(repository),
    links: {
      self: apiLink(address.api),
      html: siteLink(address.site),
      comments: apiLink(`${address.api}/comments`),
    },
  };
}

export function issueAddress(repository: Repository, issue: Issue): { api: string; site: string } {
  const name = fullName(repository);
  return { api: `repositories/${name}/issues/${issue.id}`, site: `${name}/issues/${issue.id}` };
}
