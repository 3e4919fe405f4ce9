import type { Issue } from "../store/issue-schema";
import type { PullRequest } from "../store/pull-request-schema";
import type { Repository } from "../store/repository-schema";
import type { PersonKey } from "./people";

/** One step of a repository's history, oldest first. Branches are made by the first commit on them. */
export type SeedStep =
  | {
      type: "commit";
      by: PersonKey;
      message: string;
      /** The main branch by default. */
      on?: string;
      /** Where a new branch starts; the main branch by default. */
      from?: string;
      files?: Record<string, string>;
      /** Path → what to find, what to put in its place. */
      edits?: Record<string, readonly [find: string, replacement: string]>;
      removed?: readonly string[];
    }
  | { type: "merge"; by: PersonKey; source: string; into?: string; pullRequest: number }
  | { type: "tag"; name: string };

type SeedComment = { by: PersonKey; text: string; path?: string; line?: number };

export type SeedPullRequest = {
  id: number;
  title: string;
  description: string;
  by: PersonKey;
  source: string;
  destination?: string;
  state: PullRequest["state"];
  draft?: boolean;
  reviewers?: readonly PersonKey[];
  approvedBy?: readonly PersonKey[];
  changesRequestedBy?: readonly PersonKey[];
  comments?: readonly SeedComment[];
  tasks?: number;
  closeSourceBranch?: boolean;
};

export type SeedIssue = Pick<Issue, "title" | "content" | "state" | "kind" | "priority"> & {
  by: PersonKey;
  assignee?: PersonKey;
  component?: string;
  milestone?: string;
  version?: string;
  votes?: number;
  /** Days before the seeding. */
  opened: number;
  /** The last change that was no comment; when it was opened by default. */
  changed?: number;
  comments?: readonly { by: PersonKey; text: string; daysAgo: number }[];
};

export type SeedRepository = Pick<
  Repository,
  "workspace" | "slug" | "name" | "description" | "language" | "projectKey" | "issueTracker"
> & {
  isPrivate: boolean;
  permissions: readonly { who: PersonKey; permission: "read" | "write" | "admin" }[];
  mainBranch: string;
  /** Days before the seeding of the first and the last step. */
  span: readonly [first: number, last: number];
  history: readonly SeedStep[];
  pullRequests: readonly SeedPullRequest[];
  issues: readonly SeedIssue[];
  components?: readonly string[];
  milestones?: readonly string[];
  versions?: readonly string[];
};

export type SeedSnippet = {
  id: string;
  workspace: string;
  title: string;
  by: PersonKey;
  isPrivate: boolean;
  files: readonly string[];
  opened: number;
  comments?: readonly { by: PersonKey; text: string; daysAgo: number }[];
};
