import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { connect, openMcp, startRouter, type TestRouter } from "../testing/harness";

let router: TestRouter;
beforeAll(async () => {
  router = await startRouter({ waitLimit: 150 });
  await connect(router, "jane");
});
afterAll(() => router[Symbol.asyncDispose]());

type Policy = Parameters<ReturnType<TestRouter["composio"]>["create"]>[1];

async function open(userId: string, policy: Policy = {}) {
  const session = await router
    .composio()
    .create(userId, { toolkits: ["bitbucket"], ...policy, mcp: true });
  return openMcp(session.mcp);
}

describe("COMPOSIO_SEARCH_TOOLS", () => {
  it("finds tools for several use cases and keeps the session's word", async () => {
    await using mcp = await open("jane");
    const { data, successful } = await mcp.call("COMPOSIO_SEARCH_TOOLS", {
      queries: [{ use_case: "list pull requests" }, { use_case: "delete a repository" }],
      session: { id: "load" },
    });
    expect(successful).toBe(true);
    expect(data).toMatchObject({
      results: [
        { index: 1, primary_tool_slugs: ["BITBUCKET_LIST_PULL_REQUESTS"] },
        { index: 2, primary_tool_slugs: ["BITBUCKET_DELETE_REPOSITORY"] },
      ],
      toolkit_connection_statuses: [{ has_active_connection: true }],
      session: { id: "load", instructions: expect.stringContaining("'load'") },
    });
  });

  it("never finds a tool that is off", async () => {
    await using mcp = await open("jane", { tags: { disable: ["destructiveHint"] } });
    const { data } = await mcp.call("COMPOSIO_SEARCH_TOOLS", {
      queries: [{ use_case: "delete a repository" }],
    });
    expect(JSON.stringify(data)).not.toContain("DELETE_REPOSITORY");
  });
});

describe("COMPOSIO_GET_TOOL_SCHEMAS", () => {
  it("answers with what it knows and names what it does not", async () => {
    await using mcp = await open("jane");
    const known = await mcp.call("COMPOSIO_GET_TOOL_SCHEMAS", {
      tool_slugs: ["BITBUCKET_CREATE_BRANCH"],
      include: ["input_schema", "output_schema"],
    });
    expect(known).toMatchObject({
      successful: true,
      data: {
        success: true,
        tool_schemas: {
          BITBUCKET_CREATE_BRANCH: {
            toolkit: "BITBUCKET",
            input_schema: { type: "object" },
            output_schema: {},
          },
        },
      },
    });
    const partial = await mcp.call("COMPOSIO_GET_TOOL_SCHEMAS", {
      tool_slugs: ["BITBUCKET_CREATE_BRANCH", "BITBUCKET_LIST_PULLREQUEST"],
    });
    expect(partial).toMatchObject({
      successful: false,
      data: {
        success: false,
        tool_schemas: { BITBUCKET_CREATE_BRANCH: {} },
        not_found: ["BITBUCKET_LIST_PULLREQUEST"],
        not_found_message: "The following tool slugs were not found: BITBUCKET_LIST_PULLREQUEST.",
      },
    });
  });
});

describe("COMPOSIO_MULTI_EXECUTE_TOOL", () => {
  it("runs in order, each item with its own envelope", async () => {
    await using mcp = await open("jane", {
      tools: { bitbucket: { disable: ["BITBUCKET_DELETE_REPOSITORY"] } },
    });
    const result = await mcp.call("COMPOSIO_MULTI_EXECUTE_TOOL", {
      tools: [
        { tool_slug: "BITBUCKET_CREATE_BRANCH", arguments: { name: "a" } },
        { tool_slug: "BITBUCKET_FLY", arguments: {} },
        { tool_slug: "BITBUCKET_DELETE_REPOSITORY", arguments: {} },
        { tool_slug: "BITBUCKET_GET_PULL_REQUEST", arguments: { fails: true } },
      ],
      sync_response_to_workbench: false,
      session_id: "gate",
    });
    expect(result).toMatchObject({
      successful: false,
      error: "3 out of 4 tools failed",
      data: {
        results: [
          {
            index: 0,
            tool_slug: "BITBUCKET_CREATE_BRANCH",
            error: null,
            response: {
              successful: true,
              data: { arguments: { name: "a" } },
              log_id: expect.any(String),
            },
          },
          {
            index: 1,
            tool_slug: "BITBUCKET_FLY",
            response: null,
            error: "Tool BITBUCKET_FLY not found",
          },
          { index: 2, response: null, error: expect.stringContaining("not enabled") },
          {
            index: 3,
            error: "404 Client Error: Not Found",
            response: { successful: false, data: { status_code: 404 } },
          },
        ],
        total_count: 4,
        success_count: 1,
        error_count: 3,
        session: { id: "gate" },
        remote_file_info: null,
        next_steps: null,
      },
    });
  });

  it("says when the toolkit is not connected", async () => {
    await using mcp = await open("stranger");
    const { data } = await mcp.call("COMPOSIO_MULTI_EXECUTE_TOOL", {
      tools: [{ tool_slug: "BITBUCKET_CREATE_BRANCH", arguments: {} }],
      sync_response_to_workbench: false,
    });
    expect(data.results).toEqual([
      {
        error: "No active connected account found for toolkit: bitbucket",
        index: 0,
        response: null,
        tool_slug: "BITBUCKET_CREATE_BRANCH",
      },
    ]);
  });

  it.each([
    [
      "without sync_response_to_workbench",
      { tools: [{ tool_slug: "X", arguments: {} }] },
      "sync_response_to_workbench",
    ],
    ["without tools", { tools: [], sync_response_to_workbench: false }, "tools"],
    [
      "with more than 50",
      {
        tools: Array.from({ length: 51 }, () => ({ tool_slug: "X", arguments: {} })),
        sync_response_to_workbench: false,
      },
      "tools",
    ],
  ])("tells the model what is wrong %s", async (_, toolArguments, field) => {
    await using mcp = await open("jane");
    const { successful, error } = await mcp.call("COMPOSIO_MULTI_EXECUTE_TOOL", toolArguments);
    expect(successful).toBe(false);
    expect(error).toContain(`- ${field}: `);
  });

  it("runs as the account an item names, where there may be several", async () => {
    const jane = await connect(router, "many", "jane-acme");
    router.advance(1);
    await connect(router, "many", "sam-acme");
    await using mcp = await open("many", { multiAccount: { enable: true } });
    const { data } = await mcp.call("COMPOSIO_MULTI_EXECUTE_TOOL", {
      tools: [
        { tool_slug: "BITBUCKET_CREATE_BRANCH", arguments: {}, account: jane },
        { tool_slug: "BITBUCKET_CREATE_BRANCH", arguments: {} },
      ],
      sync_response_to_workbench: false,
    });
    expect(data.results).toMatchObject([
      { response: { data: { username: "jane-acme" } } },
      { response: null, error: expect.stringContaining("Several accounts") },
    ]);
  });
});

const managedSchema = z.object({
  results: z.object({
    bitbucket: z.object({ redirect_url: z.string(), connected_account_id: z.string() }),
  }),
});

describe("COMPOSIO_MANAGE_CONNECTIONS", () => {
  it("makes a link, and another one when that expired, until the account is active", async () => {
    await using mcp = await open("connects");
    const manage = () => mcp.call("COMPOSIO_MANAGE_CONNECTIONS", { toolkits: ["bitbucket"] });
    const first = await manage();
    expect(first.data).toMatchObject({
      message: "All connections have been initiated and are pending completion",
      results: {
        bitbucket: { status: "initiated", has_active_connection: false, was_reinitiated: false },
      },
      summary: {
        total_toolkits: 1,
        active_connections: 0,
        initiated_connections: 1,
        failed_connections: 0,
      },
    });
    router.advance(11 * 60_000);
    const second = managedSchema.parse((await manage()).data).results.bitbucket;
    expect(second.redirect_url).not.toBe(
      managedSchema.parse(first.data).results.bitbucket.redirect_url,
    );
    await router.decide(second.redirect_url, { decision: "allow", identity: "jane-acme" });
    expect((await manage()).data).toMatchObject({
      results: {
        bitbucket: {
          status: "active",
          connected_account_id: second.connected_account_id,
          current_user_info: { username: "jane-acme" },
        },
      },
      summary: { active_connections: 1 },
    });
    const again = await mcp.call("COMPOSIO_MANAGE_CONNECTIONS", {
      toolkits: ["bitbucket"],
      reinitiate_all: true,
    });
    expect(again.data).toMatchObject({
      results: { bitbucket: { status: "initiated", was_reinitiated: true } },
    });
  });

  it("leaves out toolkits that the session does not have", async () => {
    await using mcp = await open("jane", { toolkits: { disable: ["bitbucket"] } });
    const { data } = await mcp.call("COMPOSIO_MANAGE_CONNECTIONS", {
      toolkits: ["bitbucket", "jira"],
    });
    expect(data.results).toEqual({});
  });
});

describe("COMPOSIO_WAIT_FOR_CONNECTIONS", () => {
  const policy: Policy = { manageConnections: { waitForConnections: true } };
  const wait = { toolkits: ["bitbucket"] };

  it("answers as soon as the person has decided", async () => {
    const session = await router.composio().create("waits", { ...policy, mcp: true });
    const { redirectUrl } = await session.authorize("bitbucket");
    await using mcp = await openMcp(session.mcp);
    const waiting = mcp.call("COMPOSIO_WAIT_FOR_CONNECTIONS", wait);
    await router.decide(redirectUrl ?? "", { decision: "allow", identity: "jane-acme" });
    expect((await waiting).data).toMatchObject({ results: { bitbucket: { status: "active" } } });
  });

  it("tells pending from hopeless", async () => {
    const session = await router.composio().create("hesitates", { ...policy, mcp: true });
    await using mcp = await openMcp(session.mcp);
    const status = async () => (await mcp.call("COMPOSIO_WAIT_FOR_CONNECTIONS", wait)).data;
    expect(await status()).toMatchObject({ summary: { failed_connections: 1 } });
    const { redirectUrl } = await session.authorize("bitbucket");
    expect(await status()).toMatchObject({ summary: { initiated_connections: 1 } });
    await router.decide(redirectUrl ?? "", { decision: "deny" });
    expect(await status()).toMatchObject({ summary: { failed_connections: 1 } });
  });
});
