import type { Finding } from "../../planner/outcome";
import type { Script } from "../../planner/script";
import type { ScriptContext } from "../context";
import { checkCreatedBranch } from "./branches";
import {
  checkCreatedIssue,
  checkDeletedIssue,
  checkIssueComment,
  checkUpdatedIssue,
} from "./issues";
import { type Look, type SentChange, unclear } from "./look";
import {
  checkApprovedPullRequest,
  checkDeclinedPullRequest,
  checkMergedPullRequest,
  checkOpenedPullRequest,
  checkPullRequestComment,
  checkRequestedChanges,
} from "./pull-requests";
import { checkCreatedRepository, checkDeletedRepository } from "./repositories";
import { checkSnippetComment } from "./snippets";

/** How to find out what became of each change, and the task to search tools for. */
const looks: ReadonlyMap<string, { look: Look; useCase: string }> = new Map([
  ["BITBUCKET_CREATE_BRANCH", { look: checkCreatedBranch, useCase: "get a branch" }],
  [
    "BITBUCKET_CREATE_PULL_REQUEST",
    { look: checkOpenedPullRequest, useCase: "list pull requests of a repository" },
  ],
  ["BITBUCKET_MERGE_PULL_REQUEST", { look: checkMergedPullRequest, useCase: "get a pull request" }],
  [
    "BITBUCKET_DECLINE_PULL_REQUEST",
    { look: checkDeclinedPullRequest, useCase: "get a pull request" },
  ],
  [
    "BITBUCKET_APPROVE_PULL_REQUEST",
    { look: checkApprovedPullRequest, useCase: "get a pull request" },
  ],
  [
    "BITBUCKET_REQUEST_PULL_REQUEST_CHANGES",
    { look: checkRequestedChanges, useCase: "get a pull request" },
  ],
  [
    "BITBUCKET_CREATE_PULL_REQUEST_COMMENT",
    { look: checkPullRequestComment, useCase: "list the comments of a pull request" },
  ],
  [
    "BITBUCKET_CREATE_ISSUE",
    { look: checkCreatedIssue, useCase: "list the issues of a repository" },
  ],
  [
    "BITBUCKET_UPDATE_ISSUE",
    { look: checkUpdatedIssue, useCase: "list the issues of a repository" },
  ],
  [
    "BITBUCKET_DELETE_ISSUE",
    { look: checkDeletedIssue, useCase: "list the issues of a repository" },
  ],
  [
    "BITBUCKET_CREATE_ISSUE_COMMENT",
    { look: checkIssueComment, useCase: "list the issues of a repository" },
  ],
  ["BITBUCKET_CREATE_REPOSITORY", { look: checkCreatedRepository, useCase: "get a repository" }],
  ["BITBUCKET_DELETE_REPOSITORY", { look: checkDeletedRepository, useCase: "get a repository" }],
  ["BITBUCKET_CREATE_SNIPPET_COMMENT", { look: checkSnippetComment, useCase: "get a snippet" }],
]);

/** The task to search tools for before it can be found out what became of a change. */
export function searchTaskFor(slug: string): string | undefined {
  return looks.get(slug)?.useCase;
}

/** What became of a change whose answer never came. Reads only, and nothing that was read before it was sent counts. */
export function* findOut(context: ScriptContext, sent: SentChange): Script<Finding> {
  const known = looks.get(sent.slug);
  if (!known) return unclear("I know no read that would tell");
  const afresh = { ...context, afresh: true as const, wish: "find out what became of it" };
  return yield* known.look(afresh, sent.arguments);
}
