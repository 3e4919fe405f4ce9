import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Composio } from "@composio/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { bitbucketTools } from "./bitbucket";
import { createSandbox } from "./index";
import { openMcp } from "./router/testing/harness";
import { serve, type TestServer } from "./router/testing/serve";

const configuration = {
  routerKey: "ak_sandbox_router",
  modelKey: "sk_sandbox_model",
  wordInterval: 0,
};
const unexpected: unknown[] = [];
let directory: string;
let server: TestServer;
let composio: Composio;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "sandbox-"));
  process.env.HOME = directory;
  process.env.TELEMETRY_DISABLED = "true";
  const sandbox = createSandbox({ directory, ...configuration }, (error) => unexpected.push(error));
  server = await serve(sandbox.handle);
  composio = new Composio({
    apiKey: configuration.routerKey,
    baseURL: `${server.origin}/sandbox/composio`,
    allowTracking: false,
    disableVersionCheck: true,
  });
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await rm(directory, { recursive: true, force: true });
});

type Run = (slug: string, toolArguments?: Record<string, unknown>) => Promise<unknown>;

const page = <Item extends z.ZodType>(item: Item) => z.object({ values: z.array(item).min(1) });
const named = z.object({ name: z.string() });
const identified = z.object({ id: z.union([z.string(), z.number()]) });
const pullRequests = page(z.object({ id: z.number(), source: z.object({ branch: named }) }));

/** Uses every tool once with what the tools before it answered, as a person's afternoon would. */
async function exerciseEveryTool(run: Run): Promise<void> {
  await run("BITBUCKET_GET_CURRENT_USER");
  await run("BITBUCKET_GET_CURRENT_USER2");
  await run("BITBUCKET_LIST_WORKSPACES");
  const workspaces = page(z.object({ workspace: z.object({ slug: z.string() }) }));
  const { values } = workspaces.parse(await run("BITBUCKET_GET_USER_WORKSPACES"));
  const workspace = values[0]?.workspace.slug;
  await run("BITBUCKET_GET_WORKSPACE", { workspace });
  await run("BITBUCKET_LIST_WORKSPACE_MEMBERS", { workspace });
  await run("BITBUCKET_LIST_REPOSITORIES_IN_WORKSPACE", { workspace });

  await exerciseCode(run, { workspace, repo_slug: "api" });
  await exerciseIssues(run, { workspace, repo_slug: "exercise" });

  const snippets = page(identified).parse(await run("BITBUCKET_LIST_SNIPPETS", { workspace }));
  const snippet = { workspace, encoded_id: snippets.values[0]?.id };
  await run("BITBUCKET_GET_SNIPPET", snippet);
  await run("BITBUCKET_CREATE_SNIPPET_COMMENT", { ...snippet, content: "Handy." });
}

async function exerciseCode(run: Run, repository: Record<string, unknown>) {
  await run("BITBUCKET_GET_REPOSITORY", repository);
  await run("BITBUCKET_LIST_TAGS", repository);
  const branch = z.object({ target: z.object({ hash: z.string() }) });
  const main = branch.parse(await run("BITBUCKET_GET_BRANCH", { ...repository, name: "main" }));
  const { hash } = main.target;
  await run("BITBUCKET_CREATE_BRANCH", { ...repository, name: "exercise", target_hash: hash });
  await run("BITBUCKET_LIST_COMMITS", { ...repository, include: "main" });
  await run("BITBUCKET_BROWSE_REPOSITORY_PATH", { ...repository, commit: hash });
  await run("BITBUCKET_GET_FILE_FROM_REPOSITORY", {
    ...repository,
    commit: hash,
    path: "README.md",
  });

  const branches = page(named).parse(
    await run("BITBUCKET_LIST_BRANCHES", { ...repository, pagelen: 100 }),
  );
  const open = pullRequests.parse(await run("BITBUCKET_LIST_PULL_REQUESTS", repository));
  const taken = new Set([
    "main",
    "exercise",
    ...open.values.map(({ source }) => source.branch.name),
  ]);
  const free = branches.values.find(({ name }) => name.startsWith("feature/") && !taken.has(name));
  const created = identified.parse(
    await run("BITBUCKET_CREATE_PULL_REQUEST", {
      ...repository,
      title: "Exercise",
      source_branch: free?.name,
    }),
  );
  const mine = { ...repository, pull_request_id: created.id };
  await run("BITBUCKET_GET_PULL_REQUEST", mine);
  await run("BITBUCKET_GET_PULL_REQUEST_COMMITS", mine);
  await run("BITBUCKET_GET_PULL_REQUEST_DIFFSTAT", mine);
  await run("BITBUCKET_GET_PULL_REQUEST_DIFF", mine);
  await run("BITBUCKET_CREATE_PULL_REQUEST_COMMENT", {
    ...repository,
    pull_request_id: String(created.id),
    content_raw: "Looks good.",
  });
  await run("BITBUCKET_GET_REPOSITORIES_PULLREQUESTS_COMMENTS", mine);
  const other = { ...repository, pull_request_id: open.values[0]?.id };
  await run("BITBUCKET_DECLINE_PULL_REQUEST", other);
  await run("BITBUCKET_APPROVE_PULL_REQUEST", mine);
  await run("BITBUCKET_MERGE_PULL_REQUEST", mine);
}

async function exerciseIssues(run: Run, repository: Record<string, unknown>) {
  await run("BITBUCKET_CREATE_REPOSITORY", { ...repository, has_issues: true });
  const created = identified.parse(
    await run("BITBUCKET_CREATE_ISSUE", { ...repository, title: "Exercise", content: "Words." }),
  );
  const issue = { ...repository, issue_id: String(created.id) };
  await run("BITBUCKET_LIST_ISSUES", repository);
  await run("BITBUCKET_UPDATE_ISSUE", { ...issue, state: "resolved" });
  await run("BITBUCKET_CREATE_ISSUE_COMMENT", { ...issue, content: "Done." });
  await run("BITBUCKET_DELETE_ISSUE", issue);
  await run("BITBUCKET_DELETE_REPOSITORY", repository);
}

async function connectedSession(userId: string) {
  const session = await composio.create(userId, { toolkits: ["bitbucket"], mcp: true });
  const { redirectUrl } = await session.authorize("bitbucket");
  const body = new URLSearchParams({ decision: "allow", identity: "jane-acme" });
  await fetch(redirectUrl ?? "", { method: "POST", body });
  return session;
}

const allSlugs = bitbucketTools.map(({ slug }) => slug).sort();

describe("every Bitbucket tool", () => {
  it("works over MCP, inside COMPOSIO_MULTI_EXECUTE_TOOL", async () => {
    const session = await connectedSession("over-mcp");
    await using mcp = await openMcp(session.mcp);
    const results = z.object({
      results: z.tuple([z.object({ response: z.object({ data: z.unknown() }).nullable() })]),
    });
    const used = new Set<string>();
    await exerciseEveryTool(async (slug, toolArguments = {}) => {
      used.add(slug);
      const result = await mcp.call("COMPOSIO_MULTI_EXECUTE_TOOL", {
        tools: [{ tool_slug: slug, arguments: toolArguments }],
        sync_response_to_workbench: false,
      });
      expect(result, slug).toMatchObject({ successful: true, error: null });
      return results.parse(result.data).results[0].response?.data;
    });
    expect([...used].sort()).toEqual(allSlugs);
  });

  it("works over REST, through session.execute", async () => {
    const session = await connectedSession("over-rest");
    const used = new Set<string>();
    await exerciseEveryTool(async (slug, toolArguments = {}) => {
      used.add(slug);
      const { data, error } = await session.execute(slug, toolArguments);
      expect(error, slug).toBeNull();
      return data;
    });
    expect([...used].sort()).toEqual(allSlugs);
    expect(unexpected).toEqual([]);
  });
});

it("serves the model beside the router, each behind its own key, and nothing else", async () => {
  const status = async (path: string, headers: Record<string, string>) =>
    (await fetch(`${server.origin}/sandbox/${path}`, { method: "POST", headers, body: "{}" }))
      .status;
  const { routerKey, modelKey } = configuration;
  expect(await status("openai/v1/responses", { authorization: `Bearer ${routerKey}` })).toBe(401);
  expect(await status("openai/v1/responses", { authorization: `Bearer ${modelKey}` })).toBe(400);
  expect(await status("composio/api/v3.1/tool_router/session", { "x-api-key": modelKey })).toBe(
    401,
  );
  expect(await status("elsewhere", {})).toBe(404);
});
