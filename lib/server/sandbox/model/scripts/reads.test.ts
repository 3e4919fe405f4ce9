import { describe, expect, it } from "vitest";
import { startConversation } from "../testing/converse";
import {
  createFakeRouter,
  directToolList,
  type InnerCall,
  routerToolList,
} from "../testing/fake-router";

function start(options: Parameters<typeof createFakeRouter>[0] = {}) {
  const router = createFakeRouter(options);
  return { ...startConversation(routerToolList, router.answer), inner: router.inner };
}

const slugs = (inner: readonly InnerCall[]) =>
  inner.map(({ slug }) => slug.replace("BITBUCKET_", ""));

describe("how a request travels", () => {
  it("searches, looks at the connection, executes with the session's word, answers", async () => {
    const { send, calls } = start();
    expect(await send("List the open pull requests in acme/api")).toBe(
      "`acme/api` has 1 open pull request: [#12](https://bitbucket.org/acme/api/pull-requests/12) Fix typo by Bob Roe.",
    );
    expect(calls.map(({ name }) => name)).toEqual([
      "COMPOSIO_SEARCH_TOOLS",
      "COMPOSIO_MULTI_EXECUTE_TOOL",
    ]);
    expect(calls[1]?.input).toEqual({
      tools: [
        {
          tool_slug: "BITBUCKET_LIST_PULL_REQUESTS",
          arguments: { workspace: "acme", repo_slug: "api", state: "OPEN", pagelen: 50 },
        },
      ],
      thought: "Listing open pull requests.",
      sync_response_to_workbench: false,
      session_id: "load",
    });
  });

  it("connects first when the account is missing", async () => {
    const { send, calls } = start({ connected: false });
    expect(await send("Who am I?")).toBe("You are **Jane Doe** (`jane`) in Bitbucket.");
    expect(calls.map(({ name }) => name)).toEqual([
      "COMPOSIO_SEARCH_TOOLS",
      "COMPOSIO_MANAGE_CONNECTIONS",
      "COMPOSIO_MULTI_EXECUTE_TOOL",
    ]);
    expect(calls[1]?.input).toEqual({ toolkits: ["bitbucket"], session_id: "load" });
  });

  it("calls listed app tools directly", async () => {
    const router = createFakeRouter();
    const { send, calls } = startConversation(directToolList, router.answer);
    expect(await send("compare the open pull requests of acme/api and acme/web")).toBe(
      "I found 2 open pull requests in 2 repositories: 1 in `acme/api` and 1 in `acme/web`.",
    );
    expect(calls.map(({ name }) => name)).toEqual([
      "BITBUCKET_LIST_PULL_REQUESTS",
      "BITBUCKET_LIST_PULL_REQUESTS",
    ]);
  });

  it("says so when it was given no tools", async () => {
    const { send } = startConversation([], createFakeRouter().answer);
    expect(await send("List my repositories")).toContain("no Bitbucket tools");
    expect(await send("help")).toContain("scripted demo model");
  });
});

describe("reads", () => {
  it.each([
    [
      "List my repositories",
      "`acme` has 2 repositories",
      ["GET_USER_WORKSPACES", "LIST_REPOSITORIES_IN_WORKSPACE", "LIST_REPOSITORIES_IN_WORKSPACE"],
    ],
    ["list repositories in acme", "`acme` has 2 repositories", ["LIST_REPOSITORIES_IN_WORKSPACE"]],
    [
      "tell me about the repository acme/web",
      "private repository with the main branch `trunk`",
      ["GET_REPOSITORY"],
    ],
    ["list the branches of acme/api", "`acme/api` has 3 branches: `main`", ["LIST_BRANCHES"]],
    ["list my workspaces", "2 workspaces: `acme` and `side`", ["GET_USER_WORKSPACES"]],
    [
      "who are the members of acme?",
      "`acme` has 2 members: Jane Doe and Bob Roe.",
      ["LIST_WORKSPACE_MEMBERS"],
    ],
    ["list the issues in acme/api", "2 open issues: [#3]", ["LIST_ISSUES"]],
    ["which issues are closed in acme/api?", "1 closed issue: [#5]", ["LIST_ISSUES"]],
    ["show issue 4 in acme/api", "“Timeouts” in `acme/api` is new.", ["LIST_ISSUES"]],
    [
      "show the merged pull requests of acme/api",
      "1 merged pull request: [#11]",
      ["LIST_PULL_REQUESTS"],
    ],
    [
      "show pull request #12 in acme/api",
      "from `fix/typo` into `main`. It changes 1 file (+4 −1).",
      ["GET_PULL_REQUEST", "GET_PULL_REQUEST_DIFFSTAT"],
    ],
    ["list the snippets in acme", "1 snippet: Deploy notes (`kypj`)", ["LIST_SNIPPETS"]],
    ["show snippet kypj in workspace acme", "with `deploy.sh`", ["GET_SNIPPET"]],
    ["show the commits in acme/api", "`aaaaaaa` Start (Bob Roe)", ["LIST_COMMITS"]],
    [
      "fetch the readme of acme/api",
      "(3 lines). It is titled “The API” and begins: “Serves all the things.”",
      ["GET_REPOSITORY", "GET_FILE_FROM_REPOSITORY"],
    ],
    ["show LICENSE in acme/api", "Path not found", ["GET_REPOSITORY", "GET_FILE_FROM_REPOSITORY"]],
  ])("%s", async (text, answer, expected) => {
    const { send, inner } = start();
    expect(await send(text)).toContain(answer);
    expect(slugs(inner)).toEqual(expected);
  });

  it("finds a repository by its bare name", async () => {
    const { send, inner } = start();
    expect(await send("list the branches in api")).toContain("`acme/api` has 3 branches");
    expect(inner.at(-1)).toMatchObject({
      slug: "BITBUCKET_LIST_BRANCHES",
      arguments: { workspace: "acme", repo_slug: "api" },
    });
  });

  it("looks through every repository in one call when none is named", async () => {
    const { send, calls } = start();
    expect(await send("show my open pull requests")).toBe(
      "I found 1 open pull request of yours in 1 repository: 1 in `acme/web`.",
    );
    const last = calls.at(-1)?.input.tools;
    expect(last).toHaveLength(3);
  });

  it("stays with the repository the conversation is about", async () => {
    const { send, inner } = start();
    await send("list the branches of acme/web");
    await send("and the open issues");
    expect(inner.at(-1)).toMatchObject({
      slug: "BITBUCKET_LIST_ISSUES",
      arguments: { workspace: "acme", repo_slug: "web" },
    });
  });
});

describe("setbacks of reads", () => {
  it("passes a provider's refusal on in words", async () => {
    const { send } = start();
    expect(await send("list the branches of acme/nothing")).toBe(
      "I could not list the branches of `acme/nothing`. Bitbucket says: Repository acme/nothing not found. Check the name, or whether the connected account may see it.",
    );
  });

  it("explains a feature that Bitbucket has removed without asking to reconnect", async () => {
    const { send } = start({
      intercept: () => ({
        successful: false,
        data: { status_code: 410, message: '{"error":{"message":"Issues were removed"}}' },
        error: "410 Client Error: Gone",
      }),
    });
    expect(await send("list the issues in acme/api")).toMatch(/removed this feature.*Jira/);
  });

  it("reads what is left of a result that was cut", async () => {
    const { send } = start({
      intercept: ({ slug }) =>
        slug === "BITBUCKET_LIST_BRANCHES"
          ? {
              successful: true,
              error: null,
              data: {
                cut: "The result has 90000 characters; this is its beginning.",
                beginning: '{"values":[{"name":"main","target":{}},{"name":"develop","targ',
              },
            }
          : undefined,
    });
    expect(await send("list the branches of acme/api")).toBe(
      "`acme/api` has at least 2 branches: `main` and `develop`.",
    );
  });

  it("connects when the account turns out to be gone, and tries again once", async () => {
    let refused = 0;
    const { send, calls } = start({
      intercept: () => {
        refused += 1;
        return refused === 1
          ? { successful: false, error: "No active connected account found for toolkit: bitbucket" }
          : undefined;
      },
    });
    expect(await send("who am I?")).toContain("Jane Doe");
    expect(calls.map(({ name }) => name)).toEqual([
      "COMPOSIO_SEARCH_TOOLS",
      "COMPOSIO_MULTI_EXECUTE_TOOL",
      "COMPOSIO_MANAGE_CONNECTIONS",
      "COMPOSIO_MULTI_EXECUTE_TOOL",
    ]);
  });

  it.each([
    [{ declined: true, successful: false, error: "The person said not now." }],
    [{ successful: true, data: { results: { bitbucket: { status: "declined" } } }, error: null }],
    [{ successful: false, denied: true, error: "The person said no." }],
    ["The user declined to connect Bitbucket."],
  ])("accepts “Not now” to connecting: %j", async (connection) => {
    const { send, inner } = start({ connected: false, connection });
    expect(await send("list my repositories")).toBe(
      "All right, Bitbucket stays unconnected. Without a connected Bitbucket account I cannot list the repositories. Say “continue” when you want to connect it.",
    );
    expect(inner).toEqual([]);
  });

  it("waits for a connection that is only begun, and goes on when told to", async () => {
    const { send, calls } = start({
      connected: false,
      connection: {
        successful: true,
        data: { results: { bitbucket: { status: "initiated", redirect_url: "https://x.test" } } },
      },
    });
    expect(await send("who am I?")).toContain("not connected yet");
    expect(await send("continue")).toContain("not connected yet");
    expect(calls.filter(({ name }) => name === "COMPOSIO_MANAGE_CONNECTIONS")).toHaveLength(2);
  });
});
