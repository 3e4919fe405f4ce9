import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { FakeWire } from "@/tests/support/fake-wire";
import { createUser, installForTests } from "@/tests/support/installation";
import { listedTool } from "@/tests/support/mcp-endpoint";
import { withRouterClient } from "./pool.ts";

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

const toolNames = (signal = new AbortController().signal) =>
  withRouterClient(userId, signal, async ({ tools }) => tools.map(({ name }) => name));

async function aMinuteLater<Result>(use: () => Promise<Result>): Promise<Result> {
  const now = performance.now.bind(performance);
  const clock = vi.spyOn(performance, "now").mockImplementation(() => now() + 61_000);
  return use().finally(() => clock.mockRestore());
}

test("a client that was kept has the tools of a minute ago at most", async () => {
  wire.begin({ tools: [listedTool("A")] });
  expect(await toolNames()).toEqual(["A"]);
  wire.begin({ tools: [listedTool("A"), listedTool("B")] });
  expect(await toolNames()).toEqual(["A"]);
  expect(wire.requests).toEqual([]);
  expect(await aMinuteLater(() => toolNames())).toEqual(["A", "B"]);
  expect(wire.requests.filter((request) => request.startsWith("POST"))).toHaveLength(1);
});

test("a client that was kept says what is wrong when its router has gone, and works when it is back", async () => {
  wire.begin({});
  await toolNames();
  wire.begin({ router: () => new Response("", { status: 500 }) });
  await expect(aMinuteLater(() => toolNames())).rejects.toMatchObject({ code: "router_failed" });
  wire.begin({});
  expect(await aMinuteLater(() => toolNames())).toContain("COMPOSIO_SEARCH_TOOLS");
});

test("a client whose session the router has deleted is not lent again", async () => {
  wire.begin({});
  await toolNames();
  const { length: before } = wire.sessions;
  const gone = new Response("gone", { status: 404 });
  wire.begin({ router: (request) => (request.url.includes("trs_") ? gone.clone() : undefined) });
  await expect(aMinuteLater(() => toolNames())).rejects.toMatchObject({ code: "router_failed" });
  wire.begin({
    router: (request) => (request.url.endsWith(`trs_${before}`) ? gone.clone() : undefined),
  });
  expect(await toolNames()).toContain("COMPOSIO_SEARCH_TOOLS");
  expect(wire.sessions).toHaveLength(before + 1);
});

test("nobody who stops waits for a list of tools", async () => {
  wire.begin({});
  await toolNames();
  const { promise: reached, resolve: reach } = Promise.withResolvers<void>();
  wire.begin({
    router() {
      reach();
      return new Promise(() => {});
    },
  });
  const controller = new AbortController();
  const asked = aMinuteLater(() => toolNames(controller.signal));
  await reached;
  controller.abort(new Error("stopped"));
  await expect(asked).rejects.toThrow("stopped");
});
