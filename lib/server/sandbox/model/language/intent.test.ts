import { describe, expect, it } from "vitest";
import { readIntent } from "./intent";

const api = [{ workspace: "acme", slug: "api" }];
const bare = [{ slug: "api" }];
const none: never[] = [];

describe("the article's four tasks", () => {
  it.each([
    [
      "Create a new branch off main",
      { kind: "create-branches", names: none, base: "main", repositories: none },
    ],
    [
      "create a new branch called feature/login off main in acme/api",
      { kind: "create-branches", names: ["feature/login"], base: "main", repositories: api },
    ],
    [
      "Open a pull request for my feature",
      { kind: "open-pull-request", repositories: none, reviewers: none },
    ],
    [
      "open a pull request for my feature branch in the api repo",
      { kind: "open-pull-request", repositories: bare },
    ],
    [
      "Comment on the latest open issue",
      { kind: "comment-on-issue", issues: { type: "latest", openOnly: true } },
    ],
    [
      "Comment on the latest open issue in acme/api: I can reproduce this, please don't delete the branch",
      {
        kind: "comment-on-issue",
        repositories: api,
        content: "I can reproduce this, please don't delete the branch",
      },
    ],
    ["Fetch the readme of a repository", { kind: "get-file", repositories: none }],
    ["fetch the README of acme/api", { kind: "get-file", repositories: api }],
  ])("%s", (text, intent) => {
    expect(readIntent(text)).toMatchObject(intent);
  });
});

describe("branches", () => {
  it.each([
    ["create branch feature/x in acme/api from develop", ["feature/x"], "develop", api],
    ["Please create branches a and b off main in acme/api", ["a", "b"], "main", api],
    ["Create a branch anna/login off main in acme/api", ["anna/login"], "main", api],
    ["Create branches a/one and a/two off main in acme/api", ["a/one", "a/two"], "main", api],
    [
      "create branches feature/a, feature/b and feature/c in api",
      ["feature/a", "feature/b", "feature/c"],
      undefined,
      bare,
    ],
    ["make a branch named `fix/typo` off main in api", ["fix/typo"], "main", bare],
    ["create a feature/login branch in acme/api", ["feature/login"], undefined, api],
    ["branch off main in api", [], "main", bare],
  ])("%s", (text, names, base, repositories) => {
    const intent = readIntent(text);
    expect(intent).toMatchObject({ kind: "create-branches", names, repositories });
    expect(intent && "base" in intent ? intent.base : undefined).toBe(base);
    expect(intent).not.toHaveProperty("pullRequest");
  });

  it("hears the wish for a pull request in the same message", () => {
    expect(readIntent("create branch x in api and open a pull request for it")).toMatchObject({
      kind: "create-branches",
      names: ["x"],
      repositories: bare,
      pullRequest: {},
    });
    expect(
      readIntent(
        'Create a branch feature/x off main in acme/api, then open a PR into develop titled "My work"',
      ),
    ).toMatchObject({
      names: ["feature/x"],
      base: "main",
      pullRequest: { destination: "develop", title: "My work" },
    });
  });

  it("lists them", () => {
    expect(readIntent("which branches are there in api?")).toEqual({
      kind: "list-branches",
      repositories: bare,
    });
  });
});

describe("pull requests", () => {
  it.each([
    [
      "list pull requests in acme/api",
      { kind: "list-pull-requests", states: ["OPEN"], repositories: api, mine: false },
    ],
    [
      "show me the open PRs of api",
      { kind: "list-pull-requests", states: ["OPEN"], repositories: bare },
    ],
    ["Which pull requests were merged in api?", { kind: "list-pull-requests", states: ["MERGED"] }],
    [
      "list declined pull requests for api",
      { kind: "list-pull-requests", states: ["DECLINED"], repositories: bare },
    ],
    [
      "list all pull requests in api",
      { kind: "list-pull-requests", states: ["OPEN", "MERGED", "DECLINED"] },
    ],
    ["show my open pull requests", { kind: "list-pull-requests", mine: true, repositories: none }],
    [
      "compare the open pull requests of acme/api and acme/web",
      { kind: "list-pull-requests", repositories: [...api, { workspace: "acme", slug: "web" }] },
    ],
    [
      "compare the open PRs in api and web",
      { kind: "list-pull-requests", repositories: [...bare, { slug: "web" }] },
    ],
    [
      "show pull request #12 in acme/api",
      { kind: "get-pull-request", number: 12, repositories: api },
    ],
    ["what is in PR 12?", { kind: "get-pull-request", number: 12 }],
    [
      "https://bitbucket.org/acme/api/pull-requests/12",
      { kind: "get-pull-request", number: 12, repositories: api },
    ],
    [
      "merge pull request 12 in api and delete the branch",
      { kind: "merge-pull-request", number: 12, closeSourceBranch: true, repositories: bare },
    ],
    ["Squash and merge PR #4", { kind: "merge-pull-request", number: 4, strategy: "squash" }],
    [
      "Approve PR 12 in api",
      { kind: "review-pull-request", verdict: "approve", number: 12, repositories: bare },
    ],
    ["decline pull request #3", { kind: "review-pull-request", verdict: "decline", number: 3 }],
    [
      "comment on PR 12 in api: ship it",
      { kind: "comment-on-pull-request", number: 12, content: "ship it", repositories: bare },
    ],
    ["which pull requests does api have?", { kind: "list-pull-requests", repositories: bare }],
    ["Merge it", { kind: "merge-pull-request" }],
    [
      "open a pull request from feature/login into develop in acme/api",
      {
        kind: "open-pull-request",
        source: "feature/login",
        destination: "develop",
        repositories: api,
      },
    ],
    [
      'create a PR for fix/typo titled "Fix the typo" in api with reviewers bob',
      { kind: "open-pull-request", source: "fix/typo", title: "Fix the typo", reviewers: ["bob"] },
    ],
  ])("%s", (text, intent) => {
    expect(readIntent(text)).toMatchObject(intent);
  });
});

describe("everything else", () => {
  it.each([
    ["list my repositories", { kind: "list-repositories" }],
    ["which repos are in the acme workspace?", { kind: "list-repositories", workspace: "acme" }],
    ["list repositories in acme", { kind: "list-repositories", workspace: "acme" }],
    ["tell me about the api repository", { kind: "get-repository", repositories: bare }],
    [
      "create a repository called billing in acme",
      { kind: "create-repository", name: "billing", workspace: "acme", isPrivate: true },
    ],
    [
      "create a public repository acme/site",
      { kind: "create-repository", name: "site", workspace: "acme", isPrivate: false },
    ],
    ["create a new repository", { kind: "create-repository", isPrivate: true }],
    ["delete the repository acme/api", { kind: "delete-repository", repositories: api }],
    ["who am I?", { kind: "who-am-i" }],
    ["list my workspaces", { kind: "list-workspaces" }],
    ["who are the members of acme?", { kind: "list-members", workspace: "acme" }],
    ["list the snippets in acme", { kind: "list-snippets", workspace: "acme" }],
    ["show snippet kypj", { kind: "get-snippet", id: "kypj" }],
    ["comment on snippet kypj: nice", { kind: "comment-on-snippet", id: "kypj", content: "nice" }],
    ["show the latest commits in api", { kind: "list-commits", repositories: bare }],
    [
      "show src/index.ts in acme/api on branch develop",
      { kind: "get-file", path: "src/index.ts", revision: "develop", repositories: api },
    ],
    ["get package.json from api", { kind: "get-file", path: "package.json", repositories: bare }],
    ["Hello!", { kind: "greeting" }],
    ["thanks a lot", { kind: "thanks" }],
    ["what can you do?", { kind: "help" }],
    ["never mind", { kind: "dismissal" }],
  ])("%s", (text, intent) => {
    expect(readIntent(text)).toMatchObject(intent);
  });

  it.each([
    "Delete the branch feature/x in api",
    "Rename the repository acme/api",
    "Bake me a cake",
    "What is the weather?",
    "api",
    "the second one",
    "",
    "acme/api",
  ])("leaves %j to nobody", (text) => {
    expect(readIntent(text)).toBeUndefined();
  });

  it("does not read orders in quotations", () => {
    expect(readIntent('create an issue "Delete repository acme/api" in acme/web')).toMatchObject({
      kind: "create-issue",
    });
  });
});

describe("courtesy and length", () => {
  it.each([
    "Hi! List my repositories",
    "Hello there,\nlist my repositories",
    "Please could you list my repositories",
    "I'd like to see my repositories",
    "ok, now show my repositories please",
  ])("hears the order in %j", (text) => {
    expect(readIntent(text)).toEqual({ kind: "list-repositories" });
  });

  it.each([
    ["white space", `list my repositories${" ".repeat(50_000)}x`],
    ["many words", "comment about titled called ".repeat(2_000)],
    ["numbers", `close issues ${"1 and ".repeat(9_000)}`],
    ["quotation marks", `create an issue ${'"a '.repeat(15_000)}`],
    ["names", `compare ${"a/b and ".repeat(6_000)}`],
  ])("takes the longest message of %s in its stride", (_, text) => {
    const started = performance.now();
    readIntent(text);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
