import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, openMcp, startRouter, type TestRouter, testKey } from "../testing/harness";
import { testToolkit } from "../testing/toolkit";

let router: TestRouter;
beforeAll(async () => {
  router = await startRouter();
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

describe("the endpoint", () => {
  const post = (url: string, headers: Record<string, string>, body: unknown) =>
    fetch(url, {
      method: "POST",
      headers: {
        accept: "application/json, text/event-stream",
        "content-type": "application/json",
        ...headers,
      },
      body: JSON.stringify(body),
    });
  const list = { jsonrpc: "2.0", id: 1, method: "tools/list" };

  it("asks every request for the key, in the REST envelope", async () => {
    const { mcp } = await router.composio().create("jane", { mcp: true });
    const missing = await post(mcp.url, {}, list);
    expect(missing.status).toBe(401);
    expect(missing.headers.get("content-type")).toContain("application/json");
    expect(await missing.json()).toMatchObject({ error: { code: 906 } });
    expect((await post(mcp.url, { "x-api-key": "wrong" }, list)).status).toBe(401);
    expect((await fetch(mcp.url)).status).toBe(401);
    await expect(openMcp({ url: mcp.url })).rejects.toThrow(/401/);
  });

  it("answers 404 for a deleted session, 405 to GET and DELETE, 202 to notifications", async () => {
    const { mcp, sessionId } = await router.composio().create("jane", { mcp: true });
    const headers = { "x-api-key": testKey };
    const get = await fetch(mcp.url, { headers: { ...headers, accept: "text/event-stream" } });
    expect(get.status).toBe(405);
    expect(get.headers.get("allow")).toBe("POST");
    expect((await fetch(mcp.url, { method: "DELETE", headers })).status).toBe(405);
    const note = await post(mcp.url, headers, {
      jsonrpc: "2.0",
      method: "notifications/initialized",
    });
    expect(note.status).toBe(202);
    expect(await note.text()).toBe("");
    await router.rest("DELETE", `tool_router/session/${sessionId}`);
    expect((await post(mcp.url, headers, list)).status).toBe(404);
  });

  it("answers a bare tools/list without initialize", async () => {
    const { mcp } = await router.composio().create("jane", { mcp: true });
    const answer = await post(mcp.url, { "x-api-key": testKey }, list);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toContain("text/event-stream");
    expect(await answer.text()).toContain("COMPOSIO_SEARCH_TOOLS");
  });

  it("refuses pages of other hosts under any Host, and knows itself by the Host it was asked under", async () => {
    const { mcp } = await router.composio().create("jane", { mcp: true });
    const from = (origin: string) => post(mcp.url, { "x-api-key": testKey, origin }, list);
    expect((await from("http://evil.example.com")).status).toBe(403);
    expect((await from("null")).status).toBe(403);
    expect((await from("http://localhost:3000")).status).toBe(200);
    const created = await router.router.handle(
      new Request("http://internal:3000/x", {
        method: "POST",
        headers: { host: "chat.example.com", "x-forwarded-proto": "https", "x-api-key": testKey },
        body: JSON.stringify({ user_id: "u" }),
      }),
      ["api", "v3.1", "tool_router", "session"],
    );
    expect((await created.json()).mcp.url).toMatch(
      /^https:\/\/chat\.example\.com\/sandbox\/composio\/tool_router\/trs_/,
    );
  });
});

describe("the tool list", () => {
  const names = async (policy: Policy) => {
    await using mcp = await open("jane", policy);
    return (await mcp.client.listTools()).tools.map(({ name }) => name);
  };
  const search = [
    "COMPOSIO_SEARCH_TOOLS",
    "COMPOSIO_GET_TOOL_SCHEMAS",
    "COMPOSIO_MULTI_EXECUTE_TOOL",
  ];

  it("follows the session", async () => {
    expect(await names({})).toEqual([...search, "COMPOSIO_MANAGE_CONNECTIONS"]);
    expect(await names({ manageConnections: false })).toEqual(search);
    expect(await names({ manageConnections: { waitForConnections: true } })).toEqual([
      ...search,
      "COMPOSIO_MANAGE_CONNECTIONS",
      "COMPOSIO_WAIT_FOR_CONNECTIONS",
    ]);
    expect(await names({ sandbox: { enable: true } })).toEqual([
      ...search,
      "COMPOSIO_MANAGE_CONNECTIONS",
    ]);
    expect(await names({ preload: { tools: ["BITBUCKET_CREATE_BRANCH"] } })).toEqual([
      ...search,
      "COMPOSIO_MANAGE_CONNECTIONS",
      "BITBUCKET_CREATE_BRANCH",
    ]);
  });

  it("holds the app tools alone in a direct session, within its limits", async () => {
    const direct = { sessionPreset: "direct_tools" } as const;
    expect(await names(direct)).toEqual(testToolkit.tools.map(({ slug }) => slug));
    expect(await names({ ...direct, tools: { bitbucket: { tags: ["readOnlyHint"] } } })).toEqual([
      "BITBUCKET_LIST_PULL_REQUESTS",
      "BITBUCKET_GET_PULL_REQUEST",
    ]);
    expect(await names({ ...direct, tags: { disable: ["destructiveHint"] } })).not.toContain(
      "BITBUCKET_DELETE_REPOSITORY",
    );
  });

  it("carries hints and schemas", async () => {
    await using mcp = await open("jane", { preload: { tools: ["BITBUCKET_DELETE_REPOSITORY"] } });
    const { tools } = await mcp.client.listTools();
    const tool = (name: string) => tools.find((candidate) => candidate.name === name);
    expect(tool("COMPOSIO_SEARCH_TOOLS")?.annotations).toMatchObject({
      readOnlyHint: true,
      destructiveHint: false,
    });
    expect(tool("BITBUCKET_DELETE_REPOSITORY")?.annotations).toMatchObject({
      destructiveHint: true,
    });
    const dispatcher = tool("COMPOSIO_MULTI_EXECUTE_TOOL");
    expect(dispatcher?.annotations).toMatchObject({ destructiveHint: true, openWorldHint: true });
    expect(dispatcher?.inputSchema).toMatchObject({
      type: "object",
      required: ["tools", "sync_response_to_workbench"],
      properties: { tools: { minItems: 1, maxItems: 50 } },
    });
    expect(JSON.stringify(dispatcher?.inputSchema)).not.toContain("account");
    await using multi = await open("jane", { multiAccount: { enable: true } });
    const listed = (await multi.client.listTools()).tools;
    expect(
      JSON.stringify(listed.find(({ name }) => name === "COMPOSIO_MULTI_EXECUTE_TOOL")),
    ).toContain('"account"');
  });
});

it("begins nothing more of a batch once the caller is gone", async () => {
  const begun: unknown[] = [];
  const gate = Promise.withResolvers<void>();
  const started = Promise.withResolvers<void>();
  await using slow = await startRouter({
    toolkit: {
      ...testToolkit,
      execute: async (call) => {
        begun.push(call.arguments.place);
        started.resolve();
        await gate.promise;
        return testToolkit.execute(call);
      },
    },
  });
  await connect(slow, "jane");
  const session = await slow.composio().create("jane", { toolkits: ["bitbucket"], mcp: true });
  const { client, call } = await openMcp(session.mcp);
  const disconnected = Promise.withResolvers<void>();
  slow.onDisconnect(disconnected.resolve);
  const calling = call("COMPOSIO_MULTI_EXECUTE_TOOL", {
    tools: [1, 2, 3].map((place) => ({
      tool_slug: "BITBUCKET_CREATE_BRANCH",
      arguments: { place },
    })),
    sync_response_to_workbench: false,
  });
  await started.promise;
  await client.close();
  await expect(calling).rejects.toThrow();
  await disconnected.promise;
  gate.resolve();
  // A whole round trip: by then the second item would have begun.
  await session.execute("BITBUCKET_CREATE_BRANCH", { place: "elsewhere" });
  expect(begun).toEqual([1, "elsewhere"]);
});

describe("calling tools", () => {
  it.each(testToolkit.tools.map(({ slug }) => slug))("runs %s directly", async (slug) => {
    await using mcp = await open("jane", { sessionPreset: "direct_tools" });
    expect(await mcp.call(slug, { workspace: "acme" })).toEqual({
      data: expect.objectContaining({ slug, arguments: { workspace: "acme" } }),
      error: null,
      successful: true,
    });
  });

  it("says that a direct tool has no account", async () => {
    await using mcp = await open("stranger", { sessionPreset: "direct_tools" });
    expect(await mcp.call("BITBUCKET_CREATE_BRANCH", {})).toEqual({
      data: {},
      error: "No active connected account found for toolkit: bitbucket",
      successful: false,
    });
  });

  it("refuses a tool that is not in the list", async () => {
    await using mcp = await open("jane", { manageConnections: false });
    for (const name of [
      "BITBUCKET_CREATE_BRANCH",
      "COMPOSIO_MANAGE_CONNECTIONS",
      "COMPOSIO_REMOTE_BASH_TOOL",
    ]) {
      await expect(mcp.client.callTool({ name, arguments: {} })).rejects.toMatchObject({
        code: -32602,
      });
    }
  });

  it("tells a defect to the log, not to the caller", async () => {
    await using broken = await startRouter({
      toolkit: {
        ...testToolkit,
        get tools(): never {
          throw new Error("a detail nobody should see");
        },
      },
    });
    const { mcp } = await broken.composio().create("jane", { mcp: true });
    await using opened = await openMcp(mcp);
    const search = { name: "COMPOSIO_SEARCH_TOOLS", arguments: { queries: [{ use_case: "x" }] } };
    await expect(opened.client.callTool(search)).rejects.toMatchObject({
      code: -32603,
      message: expect.not.stringContaining("detail"),
    });
    expect(broken.reported).toMatchObject([{ message: "a detail nobody should see" }]);
  });

  it("reports progress to who asked for it", async () => {
    await using mcp = await open("jane");
    const item = { tool_slug: "BITBUCKET_LIST_PULL_REQUESTS", arguments: {} };
    const seen: unknown[] = [];
    await mcp.client.callTool(
      {
        name: "COMPOSIO_MULTI_EXECUTE_TOOL",
        arguments: { tools: [item, item, item], sync_response_to_workbench: false },
      },
      undefined,
      { onprogress: (progress) => seen.push(progress) },
    );
    expect(seen).toEqual([
      { progress: 1, total: 3, message: "1 of 3" },
      { progress: 2, total: 3, message: "2 of 3" },
      { progress: 3, total: 3, message: "3 of 3" },
    ]);
  });
});
