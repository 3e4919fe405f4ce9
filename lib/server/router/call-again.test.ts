import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ToolClass } from "@/lib/shared/action";
import { FakeWire } from "@/tests/support/fake-wire";
import { createUser, installForTests } from "@/tests/support/installation";
import { callForAction } from "./call-again.ts";
import { withRouterClient } from "./pool.ts";
import { faults } from "./testing/faults.ts";
import { wrapAction } from "./unwrap.ts";

let wire: FakeWire;
beforeAll(async () => {
  wire = await FakeWire.start();
});
installForTests(() => wire.origin);
afterAll(() => wire.close());
let userId: string;
beforeEach(async () => {
  userId = await createUser();
});

const tool = "BITBUCKET_LIST_BRANCHES";
const action = { tool, toolkit: "bitbucket", arguments: {} };
const plan = { kind: "batch" as const, actions: [action], session: undefined };

const callAs = (
  toolClass: ToolClass,
  { signal = new AbortController().signal, onProgress = () => {} } = {},
) =>
  withRouterClient(userId, signal, (client) =>
    callForAction(client, { ...wrapAction(plan, action), signal, onProgress }, "batch", {
      userId,
      toolkit: "bitbucket",
      toolClass,
    }),
  );

describe.each(faults.filter(({ lasts }) => !lasts))(
  "an answer that fails once because the router $name",
  ({ respond, passing, code }) => {
    test.each<ToolClass>(["read", "change", "delete"])("to a %s", async (toolClass) => {
      wire.begin({
        answerCall: (id, connection) =>
          wire.arrived.length === 1 ? respond(id, connection) : undefined,
      });
      const answer = callAs(toolClass);
      if (toolClass === "read" && passing) {
        expect(await answer).toEqual({ kind: "succeeded", data: {} });
        expect(wire.arrived).toEqual([tool, tool]);
      } else {
        await expect(answer).rejects.toMatchObject({ reason: { code } });
        expect(wire.arrived).toEqual([tool]);
      }
    });
  },
);

test("a read that fails twice is not asked for a third time", async () => {
  wire.begin({ answerCall: () => new Response("", { status: 503 }) });
  await expect(callAs("read")).rejects.toMatchObject({ fault: "failing" });
  expect(wire.arrived).toHaveLength(2);
});

describe("an account that has just become active", () => {
  const refusal = "No active connected account found for toolkit: bitbucket";
  const unready = [
    { error: refusal },
    { error: "Connection error, try to authenticate" },
    { error: "401", data: { status_code: 401, message: "Token is invalid" } },
  ];
  const connected = (secondsAgo: number) =>
    wire.accounts.push({
      id: `ca_${userId}`,
      userId,
      status: "ACTIVE",
      updatedAt: new Date(Date.now() - secondsAgo * 1_000).toISOString(),
    });
  const readyAtThird = (failure: object) => ({
    execute: () => (wire.sent.length < 3 ? failure : { data: { name: "main" } }),
  });

  test.each(unready)("is asked again for a read that it answers with %o", async (failure) => {
    connected(2);
    wire.begin(readyAtThird(failure));
    const said: unknown[] = [];
    expect(await callAs("read", { onProgress: (...all: unknown[]) => said.push(...all) })).toEqual({
      kind: "succeeded",
      data: { name: "main" },
    });
    expect(wire.sent).toHaveLength(3);
    expect(said[0]).toMatchObject({ message: expect.stringContaining("Asking again") });
  });

  test("is sent a change again only where the router says that there was nobody to do it as", async () => {
    connected(2);
    wire.begin(readyAtThird({ error: refusal }));
    expect(await callAs("change")).toMatchObject({ kind: "succeeded" });
    wire.begin(readyAtThird({ error: "401", data: { status_code: 401, message: "no" } }));
    expect(await callAs("change")).toMatchObject({
      kind: "failed",
      error: { code: "signed_out" },
    });
    expect(wire.sent).toHaveLength(1);
  });

  test("is not asked any more when its first minute is over", async () => {
    connected(58.5);
    wire.begin({ execute: () => ({ error: refusal }) });
    expect(await callAs("read")).toEqual({ kind: "not-connected" });
    expect(wire.sent.length).toBeGreaterThan(1);
    expect(wire.sent.length).toBeLessThan(6);
  });

  test.each([undefined, 61, 86_400])("%s s ago is believed at once", async (age) => {
    if (age) connected(age);
    wire.begin({ execute: () => ({ error: refusal }) });
    expect(await callAs("read")).toEqual({ kind: "not-connected" });
    expect(wire.sent).toHaveLength(1);
  });

  test("is not waited for by anybody who stops; what was not done is known not to be done", async () => {
    connected(2);
    wire.begin({ execute: () => ({ error: refusal }) });
    const controller = new AbortController();
    const asked = callAs("change", {
      signal: controller.signal,
      onProgress: () => controller.abort(new Error("stopped")),
    });
    await expect(asked).rejects.toMatchObject({ mayHaveRun: false });
    expect(wire.sent).toHaveLength(1);
  });

  test("says nothing about other failures", async () => {
    connected(2);
    wire.begin({ execute: () => ({ error: "404", data: { status_code: 404, message: "no" } }) });
    expect(await callAs("read")).toMatchObject({ kind: "failed", error: { code: "not_found" } });
    expect(wire.sent).toHaveLength(1);
  });
});
