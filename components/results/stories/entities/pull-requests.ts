import { hash, html, jane, priya, tomas } from "./parts";

export const pullRequest = {
  type: "pullrequest",
  id: 42,
  title: "Refuse refresh tokens that were used before",
  state: "OPEN",
  draft: false,
  description:
    "A token that comes back a second time ends its whole family.\n\n- rotates on every use\n- keeps the last ten hashes\n- tells the account's owner",
  author: jane,
  source: {
    branch: { name: "fix/refresh-rotation" },
    commit: { hash: "9f1c2ab43d7e" },
    repository: { full_name: "acme/api" },
  },
  destination: {
    branch: { name: "main" },
    commit: { hash: "1b2c3d4e5f60" },
    repository: { full_name: "acme/api" },
  },
  reviewers: [tomas, priya],
  participants: [
    { user: tomas, role: "REVIEWER", approved: true, state: "approved" },
    { user: priya, role: "REVIEWER", approved: false, state: "changes_requested" },
    { user: jane, role: "PARTICIPANT", approved: false, state: null },
  ],
  comment_count: 7,
  task_count: 1,
  close_source_branch: true,
  merge_commit: null,
  created_on: "2026-11-18T09:12:00+00:00",
  updated_on: "2026-11-22T07:30:00+00:00",
  links: html("acme/api/pull-requests/42"),
};

export const pullRequestPage = {
  values: [
    pullRequest,
    {
      ...pullRequest,
      id: 41,
      title: "Draft: move webhooks to a queue",
      draft: true,
      author: priya,
      source: { branch: { name: "feature/webhook-queue" } },
      comment_count: 0,
      task_count: 0,
    },
    { ...pullRequest, id: 38, title: "Node 24", state: "MERGED", author: tomas, comment_count: 2 },
    { ...pullRequest, id: 36, title: "Rewrite it in one file", state: "DECLINED", task_count: 0 },
    { ...pullRequest, id: 31, title: "Invoices, first try", state: "SUPERSEDED" },
  ],
  page: 1,
  pagelen: 5,
  size: 23,
  next: "https://api.bitbucket.org/2.0/repositories/acme/api/pullrequests?page=2",
};

export const mergedPullRequest = {
  ...pullRequest,
  state: "MERGED",
  closed_by: jane,
  merge_commit: { hash: hash("7ac1") },
};

export const approvedPullRequest = {
  ...pullRequest,
  id: 44,
  title: "Say which page of a list it is",
  task_count: 0,
  reviewers: [tomas, priya],
  participants: [tomas, priya].map((user) => ({
    user,
    role: "REVIEWER",
    approved: true,
    state: "approved",
  })),
};

export const declinedPullRequest = {
  ...pullRequest,
  state: "DECLINED",
  closed_by: tomas,
  reason: "Done in #44.",
};

/** All that a creation answers. */
export const createdPullRequest = {
  id: 43,
  title: "Add rate limits to the public API",
  state: "OPEN",
  created_on: "2026-11-22T12:00:00+00:00",
};

export const commentPage = {
  values: [
    {
      id: 1,
      content: { raw: "Why not `Map`?\n\n```ts\nconst known = new Map();\n```" },
      user: tomas,
      inline: { path: "src/auth/refresh-token.ts", to: 41 },
      created_on: "2026-11-20T09:00:00+00:00",
    },
    {
      id: 2,
      content: { raw: "Done, thank you." },
      user: jane,
      created_on: "2026-11-21T09:00:00+00:00",
    },
  ],
  size: 2,
};

export const comment = {
  id: 9_001,
  type: "issue_comment",
  content: { raw: "I can see it too: the worker stops at the first 410.", markup: "markdown" },
  user: jane,
  created_on: "2026-11-22T12:00:00+00:00",
  links: html("acme/api/issues/7#comment-9001"),
};

export const approvedParticipant = {
  type: "participant",
  user: jane,
  role: "REVIEWER",
  approved: true,
  state: "approved",
};
