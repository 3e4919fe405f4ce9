import { createHmac, randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { removeAccount } from "@/lib/server/router/connections/accounts";
import { createAttempt } from "@/lib/server/router/connections/attempts";
import { expiredAccounts } from "@/lib/server/router/connections/expired-accounts";
import { openAttempt } from "@/lib/server/router/connections/open-attempt";
import { returnFromConsent } from "@/lib/server/router/connections/return-from-consent";
import { FakeWire } from "@/tests/support/fake-wire";
import { configure, createUser, installForTests } from "@/tests/support/installation";
import { POST } from "./route";

let wire: FakeWire;
beforeAll(async () => {
  wire = await FakeWire.start();
});
installForTests(() => wire.origin);
afterAll(() => wire.close());

const secret = "whsec_4f1c0a5e77b94d02";
beforeEach(() => {
  configure({ COMPOSIO_WEBHOOK_SECRET: secret });
  wire.begin({});
});

const now = () => String(Math.floor(Date.now() / 1_000));

type Told = { type?: string; timestamp?: string; signedWith?: string; payload?: string };

/** What the router sends when an account has expired. */
async function tell(
  data: { id: string; user_id: string },
  {
    type = "composio.connected_account.expired",
    timestamp = now(),
    signedWith = secret,
    payload = JSON.stringify({
      id: "msg_1",
      timestamp: new Date().toISOString(),
      type,
      metadata: { project_id: "pr_1", org_id: "or_1" },
      data,
    }),
  }: Told = {},
): Promise<number> {
  const id = `msg_${randomUUID()}`;
  const digest = createHmac("sha256", signedWith)
    .update(`${id}.${timestamp}.${payload}`)
    .digest("base64");
  const headers = {
    "content-type": "application/json",
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": `v1,${digest}`,
  };
  const request = new Request("http://localhost:3000/api/composio/webhook", {
    method: "POST",
    headers,
    body: payload,
  });
  return (await POST(request, { params: Promise.resolve({}) })).status;
}

async function accountOf(userId: string, status = "EXPIRED"): Promise<string> {
  const id = `ca_${randomUUID()}`;
  wire.accounts.push({ id, userId, status });
  return id;
}

describe("an account that the router says has expired", () => {
  test("is known as that, once, however often it is told; to nobody else", async () => {
    const userId = await createUser();
    const id = await accountOf(userId);
    expect(await tell({ id, user_id: userId })).toBe(204);
    expect(await tell({ id, user_id: userId })).toBe(204);
    const known = [{ accountId: id, toolkit: "bitbucket", name: "jane" }];
    expect(await expiredAccounts(userId)).toEqual(known);
    expect(await expiredAccounts(await createUser())).toEqual([]);
  });

  test.each<[string, Told, number]>([
    ["signed with another secret", { signedWith: "whsec_another" }, 401],
    ["of ten minutes ago", { timestamp: String(Number(now()) - 600) }, 401],
    ["without a time", { timestamp: "" }, 401],
    ["that is no JSON", { payload: "expired" }, 401],
    ["about something else", { type: "composio.trigger.disabled" }, 204],
  ])("a message %s changes nothing", async (_what, told, status) => {
    const userId = await createUser();
    const id = await accountOf(userId);
    expect(await tell({ id, user_id: userId }, told)).toBe(status);
    expect(await expiredAccounts(userId)).toEqual([]);
  });

  test("is not believed without asking: one that works, one of somebody else's, a person who is none", async () => {
    const userId = await createUser();
    const active = await accountOf(userId, "ACTIVE");
    const foreign = await accountOf(await createUser());
    for (const id of [active, foreign]) expect(await tell({ id, user_id: userId })).toBe(204);
    expect(await expiredAccounts(userId)).toEqual([]);
    wire.requests = [];
    expect(await tell({ id: active, user_id: randomUUID() })).toBe(204);
    expect(await tell({ id: active, user_id: "somebody" })).toBe(204);
    expect(wire.requests).toEqual([]);
  });

  test("is asked about again by the router when it could not be asked", async () => {
    const userId = await createUser();
    const id = await accountOf(userId);
    wire.begin({ router: () => Response.json({}, { status: 500 }) });
    expect(await tell({ id, user_id: userId })).toBe(502);
  });

  test("is forgotten when it is removed", async () => {
    const userId = await createUser();
    const id = await accountOf(userId);
    await tell({ id, user_id: userId });
    await removeAccount(userId, id);
    expect(await expiredAccounts(userId)).toEqual([]);
  });

  test("is forgotten when its person has connected again", async () => {
    const browser = { userId: await createUser(), sessionId: randomUUID() };
    const id = await accountOf(browser.userId);
    await tell({ id, user_id: browser.userId });
    const attempt = await createAttempt({ userId: browser.userId, toolkit: "bitbucket" });
    await openAttempt(browser, attempt.id, "http://localhost:3000");
    const renewed = wire.accounts.at(-1);
    Object.assign(renewed ?? {}, { status: "ACTIVE" });
    const state = new URL(renewed?.callbackUrl ?? "").searchParams.get("state") ?? "";
    await returnFromConsent(browser, state);
    expect(await expiredAccounts(browser.userId)).toEqual([]);
  });
});

test("without a secret there is no such address", async () => {
  configure({ COMPOSIO_WEBHOOK_SECRET: "" });
  expect(await tell({ id: "ca_1", user_id: randomUUID() })).toBe(404);
});
