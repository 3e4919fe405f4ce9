import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, startRouter, type TestRouter } from "../testing/harness";

const minute = 60_000;
let router: TestRouter;
beforeAll(async () => {
  router = await startRouter();
});
afterAll(() => router[Symbol.asyncDispose]());

async function authorize(userId: string, callbackUrl = "http://localhost:3000/cb?state=abc") {
  const session = await router.composio().create(userId, { toolkits: ["bitbucket"] });
  const request = await session.authorize("bitbucket", { callbackUrl, alias: `of ${userId}` });
  return { session, request, redirectUrl: request.redirectUrl ?? "" };
}

describe("connecting an account", () => {
  it("goes from INITIATED to ACTIVE by consent", async () => {
    const { session, request, redirectUrl } = await authorize("consents");
    expect(request.status).toBe("INITIATED");
    expect(redirectUrl).toMatch(new RegExp(`^${router.baseURL}/consent/lk_[0-9A-Za-z]{24}$`));
    const before = await session.toolkits();
    expect(before.items).toMatchObject([{ slug: "bitbucket", connection: { isActive: false } }]);

    const back = await router.decide(redirectUrl, { decision: "allow", identity: "sam-acme" });
    expect(back.status).toBe(303);
    expect(back.headers.get("location")).toBe(
      `http://localhost:3000/cb?state=abc&status=success&connected_account_id=${request.id}`,
    );

    const account = await request.waitForConnection(5_000);
    expect(account).toMatchObject({
      id: request.id,
      status: "ACTIVE",
      statusReason: null,
      alias: "of consents",
      wordId: expect.stringMatching(/^bitbucket_/),
      isDisabled: false,
      toolkit: { slug: "bitbucket" },
      authConfig: { authScheme: "OAUTH2", isComposioManaged: true, isDisabled: false },
      data: { username: "sam-acme", display_name: "Sam Roe" },
    });
    expect(JSON.stringify(account)).not.toMatch(/token/i);
    const after = await session.toolkits({ toolkits: ["bitbucket"] });
    expect(after).toMatchObject({
      totalPages: 1,
      items: [{ connection: { isActive: true, connectedAccount: { id: request.id } } }],
    });
    expect(await session.ensureConnected("bitbucket")).toMatchObject({ wasConnected: true });
  });

  it("ends FAILED when the person denies, and says so in the callback", async () => {
    const { request, redirectUrl } = await authorize("denies");
    const back = await router.decide(redirectUrl, { decision: "deny" });
    expect(back.headers.get("location")).toContain("&status=failed&");
    await expect(request.waitForConnection(5_000)).rejects.toMatchObject({
      name: "ConnectionRequestFailedError",
    });
    const account = await router.composio().connectedAccounts.get(request.id);
    expect(account).toMatchObject({ status: "FAILED", statusReason: "The user denied access" });
  });

  it("ends EXPIRED after ten minutes, and is forgotten a day later", async () => {
    const { session, request, redirectUrl } = await authorize("leaves");
    router.advance(10 * minute - 1);
    expect((await router.composio().connectedAccounts.get(request.id)).status).toBe("INITIATED");
    router.advance(1);
    expect(await router.composio().connectedAccounts.get(request.id)).toMatchObject({
      status: "EXPIRED",
      statusReason: "Connection initiation did not complete within 10 minutes",
    });
    expect((await fetch(redirectUrl)).status).toBe(410);
    expect(
      (await router.decide(redirectUrl, { decision: "allow", identity: "jane-acme" })).status,
    ).toBe(410);

    router.advance(25 * 60 * minute);
    await session.authorize("bitbucket");
    await expect(router.composio().connectedAccounts.get(request.id)).rejects.toMatchObject({
      status: 404,
    });
  });

  it("makes a new account for every link", async () => {
    const first = await connect(router, "twice", "jane-acme");
    router.advance(1);
    const second = await connect(router, "twice", "sam-acme");
    const { items } = await router.composio().connectedAccounts.list({ userIds: ["twice"] });
    expect(items.map(({ id }) => id)).toEqual([second, first]);
  });

  it("refuses callbacks that could run script, other toolkits and taken aliases", async () => {
    const { session } = await authorize("refused");
    await expect(
      session.authorize("bitbucket", { callbackUrl: "javascript:alert(1)" }),
    ).rejects.toMatchObject({ status: 400 });
    await expect(session.authorize("github")).rejects.toMatchObject({
      status: 400,
      error: { error: { code: 4308 } },
    });
    await expect(session.authorize("bitbucket", { alias: "of refused" })).rejects.toMatchObject({
      status: 400,
    });
    const closed = await router
      .composio()
      .create("refused", { toolkits: { disable: ["bitbucket"] } });
    await expect(closed.authorize("bitbucket")).rejects.toMatchObject({ status: 400 });
  });

  it("uses the session's callback when the link has none", async () => {
    const session = await router.composio().create("session-callback", {
      manageConnections: { callbackUrl: "https://example.com/back" },
    });
    const { redirectUrl } = await session.authorize("bitbucket");
    const back = await router.decide(redirectUrl ?? "", { decision: "deny" });
    expect(back.headers.get("location")).toMatch(/^https:\/\/example\.com\/back\?status=failed&/);
  });

  it("holds a user to the session's maximum of accounts", async () => {
    await connect(router, "hoards");
    await connect(router, "hoards");
    const session = await router.composio().create("hoards", {
      multiAccount: { enable: true, maxAccountsPerToolkit: 2 },
    });
    await expect(session.authorize("bitbucket")).rejects.toMatchObject({ status: 400 });
  });
});

describe("managing accounts", () => {
  it("lists by user, toolkit and status, page by page", async () => {
    const ids = new Set([await connect(router, "lists"), await connect(router, "lists")]);
    const { connectedAccounts } = router.composio();
    const first = await connectedAccounts.list({
      userIds: ["lists"],
      toolkitSlugs: ["bitbucket"],
      statuses: ["ACTIVE"],
      limit: 1,
    });
    expect(first).toMatchObject({ totalPages: 2, nextCursor: "1" });
    const second = await connectedAccounts.list({ userIds: ["lists"], limit: 1, cursor: "1" });
    expect(new Set([...first.items, ...second.items].map(({ id }) => id))).toEqual(ids);
    expect(
      (await connectedAccounts.list({ userIds: ["lists"], statuses: ["FAILED"] })).items,
    ).toEqual([]);
    expect((await router.rest("GET", "connected_accounts?limit=x")).status).toBe(400);
  });

  it("disables, enables, renames and deletes", async () => {
    const id = await connect(router, "manages");
    const { connectedAccounts } = router.composio();
    const session = await router.composio().create("manages");
    await connectedAccounts.disable(id);
    expect(await connectedAccounts.get(id)).toMatchObject({ status: "INACTIVE", isDisabled: true });
    await expect(session.execute("BITBUCKET_CREATE_BRANCH", {})).rejects.toMatchObject({
      status: 400,
      error: { error: { code: 4302 } },
    });
    await connectedAccounts.enable(id);
    expect((await session.execute("BITBUCKET_CREATE_BRANCH", {})).error).toBeNull();
    const renamed = await router.rest("PATCH", `connected_accounts/${id}`, { alias: "work" });
    expect(await renamed.json()).toEqual({ id, status: "ACTIVE", success: true });
    expect(await connectedAccounts.delete(id)).toEqual({ success: true });
    await expect(connectedAccounts.get(id)).rejects.toMatchObject({ status: 404 });
    await expect(connectedAccounts.delete(id)).rejects.toMatchObject({ status: 404 });
  });

  it("cannot enable what nobody consented to", async () => {
    const { request } = await authorize("never-active");
    const answer = await router.rest("PATCH", `connected_accounts/${request.id}/status`, {
      enabled: true,
    });
    expect(answer.status).toBe(400);
  });

  it("sends an account through consent again on refresh, as the hosted service does", async () => {
    const id = await connect(router, "refreshes", "jane-acme");
    const refreshed = await router.rest("POST", `connected_accounts/${id}/refresh`, {});
    const { status, redirect_url: redirectUrl } = await refreshed.json();
    expect(status).toBe("INITIATED");
    await router.decide(redirectUrl, { decision: "allow", identity: "sam-acme" });
    expect(await router.composio().connectedAccounts.get(id)).toMatchObject({
      status: "ACTIVE",
      data: { username: "sam-acme" },
    });
  });

  it("links by auth config, and refuses the retired way", async () => {
    const id = await connect(router, "by-config");
    const { authConfig } = await router.composio().connectedAccounts.get(id);
    const request = await router.composio().connectedAccounts.link("by-config-2", authConfig.id);
    await router.decide(request.redirectUrl ?? "", { decision: "allow", identity: "jane-acme" });
    expect((await request.waitForConnection(5_000)).status).toBe("ACTIVE");
    const retired = await router.rest("POST", "connected_accounts", {});
    expect(await retired.json()).toMatchObject({ error: { code: 600, status: 400 } });
  });
});
