import { hash, html, jane, tomas } from "./parts";

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

export const file = {
  commit: "main",
  path: "README.md",
  size: 214,
  data: "# api\n\nThe public HTTP API: orders, invoices, webhooks.\n\n## Start\n\n    npm ci\n    npm start\n\nSee docs/ for the rest.\n",
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

export const snippet = {
  id: "kMyXq7",
  title: "Rotate the signing keys by hand",
  is_private: true,
  owner: tomas,
  files: { "rotate.sh": { links: {} }, "README.md": { links: {} } },
  updated_on: "2026-10-02T09:00:00+00:00",
  links: html("acme/workspace/snippets/kMyXq7"),
};
