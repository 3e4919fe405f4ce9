import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startRouter, type TestRouter } from "../testing/harness";

let router: TestRouter;
beforeAll(async () => {
  router = await startRouter();
});
afterAll(() => router[Symbol.asyncDispose]());

describe("sessions through the unmodified SDK", () => {
  it("creates a session with the hosted shape", async () => {
    const answer = await router.rest("POST", "tool_router/session", {
      user_id: "u",
      toolkits: { enable: ["bitbucket"] },
      tools: { bitbucket: { disable: ["BITBUCKET_DELETE_REPOSITORY"] } },
      tags: { disable: ["destructiveHint"] },
      manage_connections: { enable: true, callback_url: "http://localhost:3000/cb?x=1" },
      workbench: { enable: true },
    });
    expect(answer.status).toBe(201);
    const body = await answer.json();
    expect(body).toMatchObject({
      session_id: expect.stringMatching(/^trs_[0-9A-Za-z]{12}$/),
      mcp: { type: "http", url: `${router.baseURL}/tool_router/${body.session_id}/mcp` },
      tool_router_tools: [
        "COMPOSIO_SEARCH_TOOLS",
        "COMPOSIO_GET_TOOL_SCHEMAS",
        "COMPOSIO_MULTI_EXECUTE_TOOL",
        "COMPOSIO_MANAGE_CONNECTIONS",
      ],
      config: {
        user_id: "u",
        toolkits: { enabled: ["bitbucket"] },
        tools: { bitbucket: { disabled: ["BITBUCKET_DELETE_REPOSITORY"] } },
        tags: { disabled: ["destructiveHint"] },
        manage_connections: { enabled: true, callback_url: "http://localhost:3000/cb?x=1" },
        workbench: { enable: false },
        preload: { tools: [] },
      },
      config_version: 1,
    });
  });

  it("accepts everything the SDK can send", async () => {
    const session = await router.composio().create("user_1", {
      toolkits: ["bitbucket"],
      tools: { bitbucket: { tags: ["readOnlyHint"] } },
      tags: { enable: ["readOnlyHint"] },
      manageConnections: {
        enable: true,
        callbackUrl: "http://localhost:3000/cb",
        waitForConnections: true,
      },
      sandbox: { enable: false, sandboxSize: "medium" },
      multiAccount: { enable: true, maxAccountsPerToolkit: 3, requireExplicitSelection: false },
      experimental: { assistivePrompt: { userTimezone: "Europe/Paris" } },
      mcp: true,
    });
    expect(session.experimental.assistivePrompt).toContain("Europe/Paris");
    expect(session.mcp).toEqual({
      type: "http",
      url: `${router.baseURL}/tool_router/${session.sessionId}/mcp`,
      headers: { "x-api-key": expect.any(String) },
    });
    expect(session.config).toMatchObject({
      tools: { bitbucket: { tags: { enabled: ["readOnlyHint"] } } },
      multi_account: { enable: true, max_accounts_per_toolkit: 3 },
    });
  });

  it("uses, updates and deletes a session", async () => {
    const composio = router.composio();
    const { sessionId } = await composio.create("user_1", { toolkits: ["bitbucket"] });
    const session = await composio.use(sessionId, { mcp: true });
    expect(session.config.user_id).toBe("user_1");

    await session.update({ manageConnections: { callbackUrl: "https://example.com/back" } });
    expect(session.configVersion).toBe(2);
    await session.update({ tags: { disable: ["destructiveHint"] } });
    expect(session.config).toMatchObject({
      toolkits: { enabled: ["bitbucket"] },
      tags: { disabled: ["destructiveHint"] },
      manage_connections: { enabled: true, callback_url: "https://example.com/back" },
    });
    await session.update({ manageConnections: null });
    expect(session.config.manage_connections).not.toHaveProperty("callback_url");

    const history = await router.rest(
      "GET",
      `tool_router/session/${sessionId}/config_history?limit=2`,
    );
    expect(await history.json()).toMatchObject({
      items: [
        { version: 4, is_current: true },
        { version: 3, is_current: false },
      ],
      next_cursor: "2",
    });

    expect(await session.delete()).toEqual({ sessionId, deleted: true });
    await expect(composio.use(sessionId)).rejects.toMatchObject({
      status: 404,
      error: { error: { message: expect.stringContaining("Tool router session not found") } },
    });
    await expect(session.delete()).rejects.toMatchObject({ status: 404 });
  });

  it("answers 409 when the expected version is old", async () => {
    const { sessionId } = await router.composio().create("user_1");
    const path = `tool_router/session/${sessionId}`;
    const fresh = await router.rest("PATCH", path, {
      expected_config_version: 1,
      search: { enable: false },
    });
    expect(fresh.status).toBe(200);
    const stale = await router.rest("PATCH", path, { expected_config_version: 1 });
    expect(stale.status).toBe(409);
  });

  it("attaches to an existing session", async () => {
    const { sessionId } = await router.composio().create("user_1");
    const answer = await router.rest("POST", `tool_router/session/${sessionId}/attach`, {});
    expect(await answer.json()).toMatchObject({ session_id: sessionId });
  });
});

describe("what is refused", () => {
  const create = (body: unknown) => router.rest("POST", "tool_router/session", body);

  it("names a missing and a wrong key with the hosted codes", async () => {
    const missing = await router.rest("GET", "connected_accounts", undefined, null);
    expect(missing.status).toBe(401);
    expect(await missing.json()).toMatchObject({
      error: {
        code: 906,
        slug: "Auth_NoAuthProvided",
        status: 401,
        request_id: expect.any(String),
      },
    });
    await expect(router.composio("ak_wrong_0123456789").create("u")).rejects.toMatchObject({
      status: 401,
      error: { error: { code: 801, message: "Invalid API key: ak_**6789" } },
    });
  });

  it.each([
    [
      "an array of toolkits",
      { user_id: "u", toolkits: ["bitbucket"] },
      "Error in payload.toolkits",
    ],
    [
      "enabled for enable",
      { user_id: "u", toolkits: { enabled: ["bitbucket"] } },
      "payload.toolkits",
    ],
    ["an unknown root key", { user_id: "u", toolkit: {} }, "toolkit"],
    ["an empty user", { user_id: "" }, "Error in payload.user_id"],
    ["inline tools", { user_id: "u", experimental: { custom_tools: [] } }, "payload.experimental"],
    [
      "a callback that is no web address",
      { user_id: "u", manage_connections: { callback_url: "javascript:alert(1)" } },
      "payload.manage_connections.callback_url",
    ],
  ])("answers 400 10400 to %s", async (_, body, place) => {
    const answer = await create(body);
    expect(answer.status).toBe(400);
    const { error } = await answer.json();
    expect(error).toMatchObject({ code: 10400, slug: "HTTP_BadRequest" });
    expect(error.errors.join()).toContain(place);
  });

  it.each([
    ["a tool that does not exist", { tools: { bitbucket: { enable: ["BITBUCKET_FLY"] } } }],
    [
      "a preloaded tool that is not allowed",
      {
        tools: { bitbucket: { disable: ["BITBUCKET_CREATE_BRANCH"] } },
        preload: { tools: ["BITBUCKET_CREATE_BRANCH"] },
      },
    ],
    ["preload all without an allow-list", { preload: { tools: "all" } }],
    ["a foreign auth config", { auth_configs: { bitbucket: "ac_other" } }],
  ])("answers 400 4300 to %s", async (_, policy) => {
    const answer = await create({ user_id: "u", ...policy });
    expect(await answer.json()).toMatchObject({ error: { code: 4300, status: 400 } });
  });

  it("answers in the envelope to broken JSON, oversized bodies and unknown paths", async () => {
    const send = (body: string) =>
      fetch(`${router.baseURL}/api/v3.1/tool_router/session`, {
        method: "POST",
        headers: { "x-api-key": "ak_test_0123456789" },
        body,
      });
    expect((await (await send("{")).json()).error.code).toBe(10400);
    expect((await send(JSON.stringify({ user_id: "x".repeat(5 * 1024 * 1024) }))).status).toBe(413);
    const unknown = await router.rest("GET", "nothing/here");
    expect(unknown.status).toBe(404);
    expect((await unknown.json()).error.message).toContain("nothing/here");
  });
});
