import { afterAll, beforeAll, expect, test } from "vitest";
import { bitbucketIdentities, bitbucketTools, executeBitbucketTool } from "./index";
import { identityNamed, startBitbucket } from "./testing/start-bitbucket";

let bitbucket: Awaited<ReturnType<typeof startBitbucket>>;
beforeAll(async () => {
  bitbucket = await startBitbucket();
});
afterAll(() => bitbucket.stop());

const articleTools = [
  "CREATE_BRANCH",
  "CREATE_ISSUE",
  "CREATE_ISSUE_COMMENT",
  "CREATE_PULL_REQUEST",
  "CREATE_REPOSITORY",
  "CREATE_SNIPPET_COMMENT",
  "DELETE_ISSUE",
  "DELETE_REPOSITORY",
  "GET_CURRENT_USER",
  "GET_FILE_FROM_REPOSITORY",
  "GET_PULL_REQUEST",
  "GET_SNIPPET",
  "LIST_PULL_REQUESTS",
  "LIST_REPOSITORIES_IN_WORKSPACE",
  "LIST_WORKSPACE_MEMBERS",
  "LIST_WORKSPACES",
  "UPDATE_ISSUE",
];

test("has every tool once, described for a model", () => {
  const slugs = bitbucketTools.map(({ slug }) => slug);
  expect(new Set(slugs).size).toBe(slugs.length);
  expect(slugs).toEqual(expect.arrayContaining(articleTools.map((slug) => `BITBUCKET_${slug}`)));
  for (const tool of bitbucketTools) {
    expect(tool.slug).toMatch(/^BITBUCKET_[A-Z0-9_]+$/);
    expect(tool.hints.length).toBeGreaterThan(0);
    expect(tool.scopes.length).toBeGreaterThan(0);
    expect(tool.inputParameters).toMatchObject({ type: "object", properties: expect.any(Object) });
    expect(tool.outputParameters).toMatchObject({
      type: "object",
      properties: {
        data: expect.any(Object),
        error: expect.any(Object),
        successful: expect.any(Object),
      },
    });
  }
});

test("parameters are described with their types, defaults and what is required", () => {
  const parametersOf = (slug: string) =>
    bitbucketTools.find((tool) => tool.slug === `BITBUCKET_${slug}`)?.inputParameters;
  expect(parametersOf("LIST_PULL_REQUESTS")).toEqual({
    type: "object",
    properties: {
      workspace: expect.objectContaining({ type: "string", description: expect.any(String) }),
      repo_slug: expect.objectContaining({ type: "string" }),
      state: expect.objectContaining({ enum: ["OPEN", "MERGED", "DECLINED"] }),
      page: expect.objectContaining({ type: "integer", minimum: 1, default: 1 }),
      pagelen: expect.objectContaining({ type: "integer", maximum: 50, default: 10 }),
    },
    required: ["workspace", "repo_slug"],
  });
  expect(parametersOf("GET_PULL_REQUEST")).toMatchObject({
    properties: { pull_request_id: { type: "integer" } },
    required: ["workspace", "repo_slug", "pull_request_id"],
  });
  expect(parametersOf("CREATE_REPOSITORY")).toMatchObject({
    properties: { is_private: { default: true }, fork_policy: { default: "allow_forks" } },
    required: ["workspace", "repo_slug"],
  });
  expect(parametersOf("GET_CURRENT_USER2")).toEqual({ type: "object", properties: {} });
});

test("a refusal has the shape of Composio's", async () => {
  const outcome = await bitbucket.open("shape").call("GET_REPOSITORY", {
    workspace: "no such",
    repo_slug: "api",
  });
  expect(outcome).toEqual({
    successful: false,
    error: "No workspace with identifier 'no such'.",
    data: {
      http_error:
        "404 Client Error: Not Found for url: https://api.bitbucket.org/2.0/repositories/no%20such/api",
      status_code: 404,
      message: '{"type":"error","error":{"message":"No workspace with identifier \'no such\'."}}',
    },
  });
});

test("arguments that do not fit are refused field by field", async () => {
  const refusal = await bitbucket.open("shape").refusal("GET_PULL_REQUEST", {
    workspace: "acme",
    pull_request_id: "8",
  });
  expect(refusal).toMatchObject({
    status: 400,
    fields: { repo_slug: [expect.any(String)], pull_request_id: [expect.any(String)] },
    line: expect.stringContaining("/repositories/acme/{repo_slug}/pullrequests/8"),
  });
});

test("the scopes a connection lacks are named", async () => {
  const sam = bitbucket.open("scopes", "sam-acme");
  const input = { workspace: "acme-labs", repo_slug: "playground" };
  expect(await sam.refusal("DELETE_REPOSITORY", input)).toMatchObject({
    status: 403,
    message: "Your credentials lack one or more required privilege scopes.",
    detail: {
      required: ["repository:delete"],
      granted: expect.arrayContaining(["repository", "repository:write"]),
    },
  });
  expect(await sam.data("GET_REPOSITORY", input)).toMatchObject({ slug: "playground" });
});

test("an identity nobody knows is a 401, an unknown tool a 404", async () => {
  const call = {
    directory: bitbucket.directory,
    world: "strangers",
    identity: { ...identityNamed("jane-acme"), uuid: "{stranger}" },
    slug: "BITBUCKET_GET_CURRENT_USER",
    arguments: {},
  };
  expect(await executeBitbucketTool(call)).toMatchObject({ data: { status_code: 401 } });
  const unknown = { ...call, slug: "__proto__" };
  expect(await executeBitbucketTool(unknown)).toMatchObject({ data: { status_code: 404 } });
});

test("the two identities are different people", () => {
  expect(bitbucketIdentities.map(({ username }) => username)).toEqual(["jane-acme", "sam-acme"]);
  for (const identity of bitbucketIdentities) expect(identity.uuid).toMatch(/^\{[0-9a-f-]{36}\}$/);
});

const outside = [
  "..",
  "../two",
  "../../worlds",
  ".",
  "/etc",
  "acme/api",
  "__proto__",
  "constructor",
  "%2e%2e",
];

test.each(outside)("%s leads nowhere as a workspace or a repository", async (name) => {
  const world = bitbucket.open("outside");
  const get = (workspace: string, repository: string) =>
    world.refusal("GET_REPOSITORY", { workspace, repo_slug: repository });
  expect(await get(name, "api")).toMatchObject({ status: 404 });
  expect(await get("acme", name)).toMatchObject({ status: 404 });
  const created = await world.call("CREATE_REPOSITORY", { workspace: "acme", repo_slug: name });
  const allowed = name === "__proto__" || name === "constructor";
  expect(created.successful).toBe(allowed);
});

test.each(["../outside", "a/b", "", ".", "..", ".hidden"])("%j is no world", async (world) => {
  const call = {
    directory: bitbucket.directory,
    world,
    identity: identityNamed("jane-acme"),
    slug: "BITBUCKET_LIST_WORKSPACES",
    arguments: {},
  };
  await expect(executeBitbucketTool(call)).rejects.toThrow("safe as a folder");
});
