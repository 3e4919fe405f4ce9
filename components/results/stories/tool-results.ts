import * as code from "./code";
import * as entities from "./entities";

/** One ordinary result for every tool that has a card. */
export const ordinaryResults: ReadonlyArray<[tool: string, result: unknown]> = [
  ["BITBUCKET_GET_REPOSITORY", entities.repository],
  ["BITBUCKET_LIST_REPOSITORIES_IN_WORKSPACE", entities.repositoryPage],
  ["BITBUCKET_GET_PULL_REQUEST", { pull_request: entities.pullRequest }],
  ["BITBUCKET_GET_PULL_REQUEST", entities.approvedPullRequest],
  ["BITBUCKET_GET_PULL_REQUEST", entities.mergedPullRequest],
  ["BITBUCKET_GET_PULL_REQUEST", entities.declinedPullRequest],
  ["BITBUCKET_LIST_PULL_REQUESTS", entities.pullRequestPage],
  ["BITBUCKET_GET_REPOSITORIES_PULLREQUESTS_COMMENTS", entities.commentPage],
  ["BITBUCKET_GET_PULL_REQUEST_COMMITS", entities.commitPage],
  ["BITBUCKET_GET_PULL_REQUEST_DIFFSTAT", entities.diffstatPage],
  ["BITBUCKET_GET_PULL_REQUEST_DIFF", code.wholeDiff],
  ["BITBUCKET_GET_PULL_REQUEST_DIFF", entities.diff],
  ["BITBUCKET_LIST_ISSUES", entities.issuePage],
  ["BITBUCKET_GET_BRANCH", entities.branch],
  ["BITBUCKET_LIST_BRANCHES", entities.branchPage],
  ["BITBUCKET_LIST_TAGS", entities.tagPage],
  ["BITBUCKET_LIST_COMMITS", entities.commitPage],
  ["BITBUCKET_GET_REPOSITORIES_COMMIT", entities.commit],
  ["BITBUCKET_BROWSE_REPOSITORY_PATH", entities.folderPage],
  ["BITBUCKET_GET_FILE_FROM_REPOSITORY", code.typescriptFile],
  ["BITBUCKET_GET_FILE_FROM_REPOSITORY", code.trojanFile],
  ["BITBUCKET_GET_FILE_FROM_REPOSITORY", entities.file],
  ["BITBUCKET_GET_CURRENT_USER2", entities.user],
  ["BITBUCKET_GET_CURRENT_USER", entities.user],
  ["BITBUCKET_LIST_WORKSPACES", entities.workspacePage],
  ["BITBUCKET_GET_USER_WORKSPACES", entities.workspacePage],
  ["BITBUCKET_GET_WORKSPACE", { slug: "acme", name: "Acme", is_private: true }],
  ["BITBUCKET_LIST_WORKSPACE_MEMBERS", entities.memberPage],
  ["BITBUCKET_GET_SNIPPET", entities.snippet],
  ["BITBUCKET_LIST_SNIPPETS", { values: [entities.snippet], size: 1 }],
];

/** One ordinary answer for every tool that changes something. */
export const receiptResults: ReadonlyArray<[tool: string, result: unknown]> = [
  ["BITBUCKET_CREATE_BRANCH", entities.branch],
  ["BITBUCKET_CREATE_REPOSITORY", entities.repository],
  ["BITBUCKET_CREATE_PULL_REQUEST", entities.createdPullRequest],
  ["BITBUCKET_MERGE_PULL_REQUEST", entities.mergedPullRequest],
  ["BITBUCKET_APPROVE_PULL_REQUEST", entities.approvedParticipant],
  ["BITBUCKET_DECLINE_PULL_REQUEST", { ...entities.pullRequest, state: "DECLINED" }],
  ["BITBUCKET_CREATE_PULL_REQUEST_COMMENT", entities.comment],
  ["BITBUCKET_CREATE_ISSUE", entities.issue],
  ["BITBUCKET_UPDATE_ISSUE", { ...entities.issue, state: "resolved" }],
  ["BITBUCKET_CREATE_ISSUE_COMMENT", entities.comment],
  ["BITBUCKET_CREATE_SNIPPET_COMMENT", entities.comment],
  ["BITBUCKET_DELETE_ISSUE", { success: true, message: "Issue deleted successfully" }],
  [
    "BITBUCKET_DELETE_REPOSITORY",
    { message: "Repository acme/old-site has been successfully deleted" },
  ],
];

/** Where there is more to press in a live chat: a list with further pages, one without, a change that can be taken back. */
export const liveResults: ReadonlyArray<[tool: string, result: unknown]> = [
  ["BITBUCKET_LIST_PULL_REQUESTS", entities.pullRequestPage],
  [
    "BITBUCKET_LIST_REPOSITORIES_IN_WORKSPACE",
    { ...entities.repositoryPage, size: 31, next: "https://api.bitbucket.org/2.0/next" },
  ],
  ["BITBUCKET_CREATE_ISSUE", entities.issue],
  ["BITBUCKET_CREATE_PULL_REQUEST_COMMENT", entities.comment],
];

const emptyPage = { values: [], page: 1, pagelen: 10, size: 0 };

/** Lists with nothing in them, and a file with nothing in it. */
export const emptyResults: ReadonlyArray<[tool: string, result: unknown]> = [
  ["BITBUCKET_LIST_PULL_REQUESTS", emptyPage],
  ["BITBUCKET_LIST_ISSUES", []],
  ["BITBUCKET_GET_PULL_REQUEST_DIFF", { data: "" }],
  ["BITBUCKET_GET_FILE_FROM_REPOSITORY", { path: ".gitkeep", commit: "main", size: 0, data: "" }],
  ["BITBUCKET_NEVER_HEARD_OF", {}],
];

const manyLines = Array.from(
  { length: 3_000 },
  (_, index) => `export const line${index} = ${index};`,
);
const longWord = "supercalifragilisticexpialidocious-".repeat(8);

/** More than fits. */
export const hugeResults: ReadonlyArray<[tool: string, result: unknown]> = [
  [
    "BITBUCKET_LIST_PULL_REQUESTS",
    {
      values: Array.from({ length: 30 }, (_, index) => ({
        ...entities.pullRequest,
        id: 1_000 + index,
        title: `Change number ${index}: ${longWord}`,
        source: { branch: { name: `feature/${longWord}` } },
      })),
      size: 4_217,
    },
  ],
  [
    "BITBUCKET_GET_PULL_REQUEST",
    { ...entities.pullRequest, description: "A long story.\n".repeat(80), title: longWord },
  ],
  [
    "BITBUCKET_GET_FILE_FROM_REPOSITORY",
    {
      path: `src/${longWord}.ts`,
      commit: "0123456789abcdef0123456789abcdef01234567",
      size: 96_311,
      data: `${"x".repeat(5_000)}\n${manyLines.join("\n")}`,
    },
  ],
  [
    "BITBUCKET_GET_PULL_REQUEST_DIFFSTAT",
    {
      values: Array.from({ length: 42 }, (_, index) => ({
        status: index % 7 === 0 ? "merge conflict" : "modified",
        lines_added: index * 37,
        lines_removed: index % 3,
        new: { path: index < 2 ? `package-lock.json` : `packages/${longWord}/file-${index}.ts` },
      })),
      next: "https://api.bitbucket.org/2.0/next",
    },
  ],
  ["BITBUCKET_GET_PULL_REQUEST_DIFF", code.longDiff],
  [
    "BITBUCKET_NEVER_HEARD_OF",
    Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [`field_${index}`, "value ".repeat(index * 5)]),
    ),
  ],
];

/** Not what anybody promised. */
export const brokenResults: ReadonlyArray<[tool: string, result: unknown]> = [
  ["BITBUCKET_GET_REPOSITORY", { is_private: "maybe" }],
  ["BITBUCKET_LIST_PULL_REQUESTS", { values: [entities.pullRequest, 17, null, { id: {} }] }],
  ["BITBUCKET_LIST_BRANCHES", { values: ["main", "develop"] }],
  ["BITBUCKET_GET_PULL_REQUEST", { pull_request: null, error: "gone" }],
  [
    "BITBUCKET_GET_BRANCH",
    {
      name: "ma\u200bin\u202e4.1/esaeler",
      target: { hash: "abc", message: "<img src=x onerror=alert(1)> **bold**" },
      links: { html: { href: "javascript:alert(1)" } },
    },
  ],
  [
    "BITBUCKET_GET_FILE_FROM_REPOSITORY",
    { path: "logo.png", commit: "main", size: 20_480, data: "\u0089PNG\r\n\u001a\n\u0000\u0000" },
  ],
  ["BITBUCKET_GET_FILE_FROM_REPOSITORY", code.largeFile],
  ["BITBUCKET_GET_PULL_REQUEST_DIFF", { diff: "no diff at all\n@@ neither" }],
  ["BITBUCKET_GET_PULL_REQUEST_DIFFSTAT", { values: [{ status: 7 }, { new: { path: "a" } }] }],
  ["BITBUCKET_LIST_COMMITS", { values: [{ hash: "abc", parents: 1, message: 7 }] }],
  ["BITBUCKET_NEVER_HEARD_OF", { a: { b: { c: { d: { e: { f: 1 } } } } }, list: [[1, [2]], null] }],
  ["BITBUCKET_NEVER_HEARD_OF", "Just a sentence."],
  ["BITBUCKET_NEVER_HEARD_OF", null],
];
