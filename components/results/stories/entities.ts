/** Results as Bitbucket gives them, for the story page and the tests. */

const jane = {
  type: "user",
  uuid: "{5b2f8a1e-0c6d-4a53-9a34-0d7c1c9b2e11}",
  display_name: "Jane Okafor",
  nickname: "jane-acme",
  account_id: "557058:1a2b",
  links: { html: { href: "https://bitbucket.org/jane-acme/" } },
};
const tomas = {
  type: "user",
  uuid: "{8c7d3b52-6e7a-4c5b-8b64-8a1e3d9a7f22}",
  display_name: "Tomás Lindqvist",
  nickname: "tomas",
};
const priya = {
  type: "user",
  uuid: "{1f0c9e7d-3a2b-4f6e-9d8c-7b6a5f4e3d33}",
  display_name: "Priya Raman",
  nickname: "priya",
};

function hash(seed: string): string {
  return seed.repeat(40).slice(0, 40);
}

function html(path: string) {
  return { html: { href: `https://bitbucket.org/${path}` } };
}

export const repository = {
  type: "repository",
  uuid: "{0d9f8e7c-6b5a-4c3d-8e2f-1a0b9c8d7e6f}",
  full_name: "acme/api",
  name: "api",
  slug: "api",
  description: "The public HTTP API: orders, invoices, webhooks.",
  is_private: true,
  language: "typescript",
  mainbranch: { name: "main", type: "branch" },
  project: { key: "CORE", name: "Core services" },
  size: 18_400_212,
  has_issues: true,
  updated_on: "2026-11-22T08:41:12.120931+00:00",
  links: {
    ...html("acme/api"),
    clone: [
      { name: "https", href: "https://bitbucket.org/acme/api.git" },
      { name: "ssh", href: "git@bitbucket.org:acme/api.git" },
    ],
  },
};

export const repositoryPage = {
  values: [
    repository,
    {
      full_name: "acme/web",
      description: "",
      is_private: false,
      language: "typescript",
      mainbranch: { name: "main" },
      updated_on: "2026-11-20T15:02:00+00:00",
      links: html("acme/web"),
    },
    { full_name: "acme/old-site", is_private: true, updated_on: "2024-02-11T10:00:00+00:00" },
  ],
  page: 1,
  pagelen: 10,
  size: 3,
};

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

export const diffstatPage = {
  values: [
    {
      status: "modified",
      lines_added: 48,
      lines_removed: 12,
      old: { path: "src/auth/refresh-token.ts" },
      new: { path: "src/auth/refresh-token.ts" },
    },
    {
      status: "added",
      lines_added: 131,
      lines_removed: 0,
      old: null,
      new: { path: "src/auth/token-family.ts" },
    },
    {
      status: "removed",
      lines_added: 0,
      lines_removed: 64,
      old: { path: "src/auth/legacy-session.ts" },
      new: null,
    },
    {
      status: "renamed",
      lines_added: 2,
      lines_removed: 2,
      old: { path: "src/auth/helpers/time.ts" },
      new: { path: "src/time/clock.ts" },
    },
  ],
  pagelen: 500,
  size: 4,
};

export const diff = {
  data: [
    "diff --git a/src/auth/refresh-token.ts b/src/auth/refresh-token.ts",
    "--- a/src/auth/refresh-token.ts",
    "+++ b/src/auth/refresh-token.ts",
    "@@ -12,7 +12,9 @@ export async function rotate(token: string) {",
    "   const stored = await find(token);",
    "-  if (!stored) return undefined;",
    "+  if (!stored) throw new UnknownTokenError();",
    "+  if (stored.usedAt) await endFamily(stored.familyId);",
    "   return issue(stored.account);",
  ].join("\n"),
  truncated: true,
};

export const issue = {
  id: 7,
  title: "Webhook deliveries stop after a 410",
  state: "open",
  kind: "bug",
  priority: "major",
  content: { raw: "After the first 410 the queue is never read again.", markup: "markdown" },
  reporter: priya,
  assignee: jane,
  votes: 3,
  created_on: "2026-11-12T16:20:00+00:00",
  updated_on: "2026-11-21T11:00:00+00:00",
  links: html("acme/api/issues/7"),
};

export const issuePage = {
  values: [
    issue,
    ...[
      "new",
      "resolved",
      "on hold",
      "invalid",
      "duplicate",
      "wontfix",
      "closed",
      "somewhere else",
    ].map((state, index) => ({
      ...issue,
      id: 8 + index,
      title: `An issue that is ${state}`,
      state,
      assignee: null,
      votes: index === 0 ? 1 : 0,
    })),
  ],
  size: 9,
};

export const branch = {
  type: "named_branch",
  name: "release/1.4",
  target: {
    hash: hash("3fd09"),
    message: "Refuse refresh tokens that were used before\n\nLong story.",
    date: "2026-11-21T17:45:00+00:00",
    author: { raw: "Jane Okafor <jane@example.com>", user: jane },
  },
  links: html("acme/api/branch/release/1.4"),
};

export const branchPage = {
  values: [
    branch,
    {
      name: "main",
      target: {
        hash: hash("b04e"),
        message: "Merged in node-24 (pull request #38)",
        date: "2026-11-19T08:00:00+00:00",
        author: { raw: "Tomás Lindqvist <tomas@example.com>" },
      },
    },
    { name: "spike/everything-in-rust", target: { hash: hash("ee1") } },
  ],
  size: 3,
};

export const commitPage = {
  values: ["Refuse used tokens", "Keep ten hashes", "Tell the owner"].map((message, index) => ({
    hash: hash(`a${index}7c`),
    message: `${message}\n\nMore about it.`,
    date: `2026-11-2${index}T10:00:00+00:00`,
    author: { raw: "Jane Okafor <jane@example.com>", user: index === 1 ? undefined : jane },
    links: html(`acme/api/commits/a${index}7c`),
  })),
  next: "https://api.bitbucket.org/2.0/repositories/acme/api/commits?page=2",
};

export const commit = {
  type: "commit",
  hash: hash("c0ffee"),
  message:
    "Merged in fix/refresh-rotation (pull request #42)\n\nRefuse refresh tokens that were used before.\n\n- rotates on every use",
  date: "2026-11-22T07:30:00+00:00",
  author: { raw: "Jane Okafor <jane@example.com>", user: jane },
  parents: [{ hash: hash("a1") }, { hash: hash("b2") }],
  links: html("acme/api/commits/c0ffee"),
};

export const tagPage = {
  values: ["v1.3.0", "v1.4.0"].map((name, index) => ({
    type: "tag",
    name,
    target: { hash: hash(`d${index}`), date: `2026-1${index}-01T00:00:00+00:00` },
  })),
  size: 2,
};

export const folderPage = {
  values: [
    { type: "commit_directory", path: "src" },
    { type: "commit_file", path: "README.md", size: 214 },
    { type: "commit_file", path: "package.json", size: 1_882 },
  ],
  page: 1,
  size: 3,
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

export const file = {
  commit: "main",
  path: "README.md",
  size: 214,
  data: "# api\n\nThe public HTTP API: orders, invoices, webhooks.\n\n## Start\n\n    npm ci\n    npm start\n\nSee docs/ for the rest.\n",
};

export const user = { ...jane, created_on: "2021-03-04T00:00:00+00:00" };

export const workspacePage = {
  values: [
    {
      type: "workspace_access",
      administrator: true,
      workspace: { slug: "acme", name: "Acme", uuid: "{77}", links: html("acme/") },
    },
    { slug: "jane-acme", name: "Jane Okafor", is_private: true },
  ],
  size: 2,
};

export const memberPage = {
  values: [jane, tomas, priya].map((member, index) => ({
    type: "workspace_membership",
    user: member,
    workspace: { slug: "acme" },
    permission: index === 0 ? "owner" : "member",
  })),
  size: 3,
};

export const snippet = {
  id: "kMyXq7",
  title: "Rotate the signing keys by hand",
  is_private: true,
  owner: tomas,
  files: { "rotate.sh": { links: {} }, "README.md": { links: {} } },
  updated_on: "2026-10-02T09:00:00+00:00",
  links: html("acme/workspace/snippets/kMyXq7"),
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
