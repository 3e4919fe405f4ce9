import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { connect, startRouter, type TestRouter } from "../testing/harness";
import { testToolkit } from "../testing/toolkit";

let router: TestRouter;
beforeAll(async () => {
  router = await startRouter();
  await connect(router, "jane", "jane-acme");
});
afterAll(() => router[Symbol.asyncDispose]());

const session = (
  userId: string,
  policy: Parameters<ReturnType<TestRouter["composio"]>["create"]>[1] = {},
) => router.composio().create(userId, { toolkits: ["bitbucket"], ...policy });

const worldSchema = z.object({ world: z.string(), username: z.string() });

describe("session.execute", () => {
  it.each(testToolkit.tools.map(({ slug }) => slug))("runs %s", async (slug) => {
    const result = await (await session("jane")).execute(slug, { workspace: "acme" });
    expect(result).toEqual({
      data: expect.objectContaining({
        slug,
        username: "jane-acme",
        arguments: { workspace: "acme" },
      }),
      error: null,
      logId: expect.stringMatching(/^log_/),
    });
  });

  it("answers 200 with an error when the tool fails", async () => {
    const result = await (await session("jane")).execute("BITBUCKET_GET_PULL_REQUEST", {
      fails: true,
    });
    expect(result).toMatchObject({
      error: "404 Client Error: Not Found",
      data: { status_code: 404 },
    });
  });

  it("takes the body that wrapped tools send", async () => {
    const { sessionId } = await session("jane");
    const answer = await router.rest("POST", `tool_router/session/${sessionId}/execute`, {
      tool_slug: "BITBUCKET_CREATE_BRANCH",
      arguments: {},
      enable_auto_workbench_offload: true,
    });
    expect(await answer.json()).toMatchObject({
      error: null,
      data: {},
      log_id: expect.any(String),
    });
  });

  it("answers a defect of the toolkit once, as a failure nobody sends again", async () => {
    const result = await (await session("jane")).execute("BITBUCKET_CREATE_BRANCH", {
      throws: true,
    });
    expect(result.error).toContain("failed inside the embedded Bitbucket");
    expect(router.reported).toHaveLength(1);
  });

  it("refuses without an account, a tool nobody knows and a tool that is off", async () => {
    const missing = await session("stranger");
    await expect(missing.execute("BITBUCKET_CREATE_BRANCH")).rejects.toMatchObject({
      status: 400,
      error: {
        error: {
          code: 4302,
          slug: "ToolRouterV2_NoActiveConnection",
          message: "No active connected account found for toolkit: bitbucket",
        },
      },
    });
    await expect((await session("jane")).execute("BITBUCKET_FLY")).rejects.toMatchObject({
      status: 404,
    });
    const limited = await session("jane", {
      tools: { bitbucket: { disable: ["BITBUCKET_DELETE_REPOSITORY"] } },
    });
    await expect(limited.execute("BITBUCKET_DELETE_REPOSITORY")).rejects.toMatchObject({
      status: 400,
      error: { error: { message: expect.stringContaining("is not enabled in this session") } },
    });
  });

  it("keeps users and identities in worlds of their own", async () => {
    await connect(router, "first", "jane-acme");
    await connect(router, "second", "jane-acme");
    const worldOf = async (userId: string) => {
      const result = await (await session(userId)).execute("BITBUCKET_LIST_PULL_REQUESTS");
      return worldSchema.parse(result.data);
    };
    const first = await worldOf("first");
    expect(first.world).toMatch(/^[0-9a-f]{32}$/);
    expect((await worldOf("second")).world).not.toBe(first.world);
    router.advance(1);
    await connect(router, "first", "sam-acme");
    const asSam = await worldOf("first");
    expect(asSam).toMatchObject({ username: "sam-acme" });
    expect(asSam.world).not.toBe(first.world);
  });

  it("uses the pinned account, the named one, or asks which", async () => {
    const jane = await connect(router, "many", "jane-acme");
    router.advance(1);
    const sam = await connect(router, "many", "sam-acme");
    const run = async (policy: Parameters<typeof session>[1], account?: string) => {
      const { data } = await (await session("many", policy)).execute(
        "BITBUCKET_LIST_PULL_REQUESTS",
        {},
        account === undefined ? {} : { account },
      );
      return data.username;
    };
    expect(await run({})).toBe("sam-acme");
    expect(await run({ connectedAccounts: { bitbucket: jane } })).toBe("jane-acme");
    expect(await run({}, jane)).toBe("jane-acme");
    await expect(run({}, "ca_unknown")).rejects.toMatchObject({ status: 400 });
    await expect(run({ connectedAccounts: { bitbucket: jane } }, sam)).rejects.toMatchObject({
      status: 400,
    });
    await expect(run({ multiAccount: { enable: true } })).rejects.toMatchObject({
      status: 400,
      error: { error: { message: expect.stringContaining(jane) } },
    });
    await expect(session("jane", { connectedAccounts: { bitbucket: jane } })).rejects.toMatchObject(
      {
        error: { error: { slug: "ToolRouterV2_InvalidConnectedAccountIds" } },
      },
    );
  });

  it("runs the router's own tools, also through execute_meta", async () => {
    const { sessionId, execute } = await session("jane").then((opened) => ({
      sessionId: opened.sessionId,
      execute: opened.execute.bind(opened),
    }));
    const managed = await execute("COMPOSIO_MANAGE_CONNECTIONS", { toolkits: ["bitbucket"] });
    expect(managed.data).toMatchObject({ summary: { active_connections: 1 } });
    const answer = await router.rest("POST", `tool_router/session/${sessionId}/execute_meta`, {
      slug: "COMPOSIO_GET_TOOL_SCHEMAS",
      arguments: { tool_slugs: ["BITBUCKET_CREATE_BRANCH"] },
    });
    expect(await answer.json()).toMatchObject({ error: null, data: { success: true } });
  });
});

describe("session.tools, toolkits and search", () => {
  it("lists the router's tools, page by page", async () => {
    const { sessionId } = await session("jane");
    const page = await router.rest("GET", `tool_router/session/${sessionId}/tools?limit=3`);
    expect(await page.json()).toMatchObject({
      items: [
        { slug: "COMPOSIO_SEARCH_TOOLS", no_auth: true, toolkit: { slug: "composio" } },
        { slug: "COMPOSIO_GET_TOOL_SCHEMAS", tags: ["readOnlyHint"] },
        { slug: "COMPOSIO_MULTI_EXECUTE_TOOL", input_parameters: { type: "object" } },
      ],
      next_cursor: "3",
      total_items: 4,
    });
  });

  it("wraps the app tools of a direct session for a provider", async () => {
    const direct = await session("jane", { sessionPreset: "direct_tools" });
    const tools = await direct.tools();
    expect(tools.map((tool) => "function" in tool && tool.function.name)).toEqual(
      testToolkit.tools.map(({ slug }) => slug),
    );
    expect(direct.config).toMatchObject({ preload: { tools: "all" }, search: { enable: false } });
  });

  it("searches in the SDK's strict shape, connected or not", async () => {
    const found = await (await session("jane")).search({ query: "list pull requests" });
    expect(found).toMatchObject({
      success: true,
      error: null,
      results: [
        { index: 1, primaryToolSlugs: ["BITBUCKET_LIST_PULL_REQUESTS"], toolkits: ["bitbucket"] },
      ],
      toolkitConnectionStatuses: [
        { hasActiveConnection: true, currentUserInfo: { username: "jane-acme" } },
      ],
      session: { generateId: true },
      timeInfo: { currentTimeUtc: expect.stringMatching(/^2026-11-22T/) },
    });
    expect(found.toolSchemas.BITBUCKET_LIST_PULL_REQUESTS).toMatchObject({
      toolkit: "BITBUCKET",
      hasFullSchema: true,
    });
    const stranger = await (await session("stranger")).search({ query: "list pull requests" });
    expect(stranger.toolkitConnectionStatuses).toEqual([
      {
        toolkit: "bitbucket",
        description: "Git hosting.",
        hasActiveConnection: false,
        statusMessage:
          'No Active connection for toolkit=bitbucket. You MUST call COMPOSIO_MANAGE_CONNECTIONS (toolkit="bitbucket") to create a connection BEFORE executing any bitbucket tools.',
      },
    ]);
    const elsewhere = await (await session("jane")).search({
      query: "pull requests",
      toolkits: ["jira"],
    });
    expect(elsewhere.results[0]).toMatchObject({ primaryToolSlugs: [], toolkits: [] });
  });

  it("shows no toolkit that the session does not allow", async () => {
    const closed = await router.composio().create("jane", { toolkits: { enable: [] } });
    expect((await closed.toolkits()).items).toEqual([]);
    expect((await closed.search({ query: "list pull requests" })).results[0]).toMatchObject({
      primaryToolSlugs: [],
    });
    await expect(closed.execute("BITBUCKET_LIST_PULL_REQUESTS")).rejects.toMatchObject({
      status: 400,
    });
    expect((await (await session("jane")).toolkits({ isConnected: false })).items).toEqual([]);
  });
});
