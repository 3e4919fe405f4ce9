import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startBitbucket } from "../testing/start-bitbucket";

let bitbucket: Awaited<ReturnType<typeof startBitbucket>>;
beforeAll(async () => {
  bitbucket = await startBitbucket();
});
afterAll(() => bitbucket.stop());

test("everything is still there for modules loaded anew", async () => {
  const api = { workspace: "acme", repo_slug: "api" };
  const world = bitbucket.open("kept");
  const created = await world.data("CREATE_ISSUE", { ...api, title: "Stay", content: "" });
  await world.data("MERGE_PULL_REQUEST", { ...api, pull_request_id: 8 });
  vi.resetModules();
  const fresh = await import("../index");
  const [identity] = fresh.bitbucketIdentities;
  if (!identity) throw new Error("There is no identity.");
  const call = (slug: string, input: Record<string, unknown>) =>
    fresh.executeBitbucketTool({
      directory: bitbucket.directory,
      world: "kept",
      identity,
      slug,
      arguments: input,
    });
  expect(await call("BITBUCKET_LIST_ISSUES", { ...api, q: `id = ${created.id}` })).toMatchObject({
    data: { values: [{ title: "Stay" }] },
  });
  expect(await call("BITBUCKET_GET_PULL_REQUEST", { ...api, pull_request_id: 8 })).toMatchObject({
    data: { pull_request: { state: "MERGED" } },
  });
  const log = await fresh.readChangeLog({ directory: bitbucket.directory, world: "kept" });
  expect(log).toMatchObject([
    { sequence: 1, slug: "BITBUCKET_CREATE_ISSUE", outcome: { id: created.id } },
    { sequence: 2, slug: "BITBUCKET_MERGE_PULL_REQUEST" },
  ]);
});
