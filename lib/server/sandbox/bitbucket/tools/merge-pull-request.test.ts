import fs from "node:fs";
import { listBranches, readBlob, readCommit, resolveRef } from "isomorphic-git";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startBitbucket } from "../testing/start-bitbucket";

let bitbucket: Awaited<ReturnType<typeof startBitbucket>>;
beforeAll(async () => {
  bitbucket = await startBitbucket();
});
afterAll(() => bitbucket.stop());

const api = { workspace: "acme", repo_slug: "api" };
const idempotency = { ...api, pull_request_id: 8 };

test("merges with a real commit of two parents and closes the source branch", async () => {
  const world = bitbucket.open("merge");
  const gitdir = world.gitdir("acme/api");
  // The first call makes the world.
  await world.data("GET_PULL_REQUEST", idempotency);
  const main = await resolveRef({ fs, gitdir, ref: "refs/heads/main" });
  const source = await resolveRef({ fs, gitdir, ref: "refs/heads/feature/idempotency" });
  const merged = await world.data("MERGE_PULL_REQUEST", idempotency);
  const tip = await resolveRef({ fs, gitdir, ref: "refs/heads/main" });
  expect(merged).toMatchObject({
    state: "MERGED",
    merge_commit: { hash: tip },
    closed_by: { nickname: "jane-acme" },
  });
  const { commit } = await readCommit({ fs, gitdir, oid: tip });
  expect(commit.parent).toEqual([main, source]);
  expect(commit.author).toMatchObject({ name: "Jane Okafor" });
  expect(commit.message).toBe(
    "Merged in feature/idempotency (pull request #8)\n\nIdempotency keys for new orders\n\nApproved-by: Priya Raman\n",
  );
  for (const filepath of ["src/idempotency.ts", "src/request-id.ts"]) {
    expect((await readBlob({ fs, gitdir, oid: tip, filepath })).blob.byteLength).toBeGreaterThan(0);
  }
  expect(await listBranches({ fs, gitdir })).not.toContain("feature/idempotency");
  // Its commits and its diff outlive the branch.
  expect(await world.data("GET_PULL_REQUEST_COMMITS", idempotency)).toMatchObject({ size: 2 });
  expect(await world.data("GET_PULL_REQUEST_DIFFSTAT", idempotency)).toMatchObject({ size: 1 });
  expect(await world.refusal("MERGE_PULL_REQUEST", idempotency)).toMatchObject({ status: 409 });
  expect(await world.changes()).toHaveLength(1);
});

test("squashes into one commit and keeps the branch when told to", async () => {
  const world = bitbucket.open("squash");
  await world.data("GET_PULL_REQUEST", idempotency);
  const gitdir = world.gitdir("acme/api");
  const main = await resolveRef({ fs, gitdir, ref: "refs/heads/main" });
  await world.data("MERGE_PULL_REQUEST", {
    ...idempotency,
    merge_strategy: "squash",
    message: "Accept idempotency keys",
    close_source_branch: false,
  });
  const tip = await resolveRef({ fs, gitdir, ref: "refs/heads/main" });
  const { commit } = await readCommit({ fs, gitdir, oid: tip });
  expect(commit).toMatchObject({ parent: [main], message: "Accept idempotency keys\n" });
  expect(await listBranches({ fs, gitdir })).toContain("feature/idempotency");
});

test("fast-forwards only where the destination has not moved on", async () => {
  const world = bitbucket.open("forward");
  const forward = { merge_strategy: "fast_forward" };
  expect(await world.refusal("MERGE_PULL_REQUEST", { ...idempotency, ...forward })).toMatchObject({
    status: 400,
    data: { key: "FAST_FORWARD_NOT_POSSIBLE" },
  });
  const created = await world.data("CREATE_PULL_REQUEST", {
    ...api,
    title: "Limit",
    source_branch: "feature/rate-limit",
  });
  await world.data("MERGE_PULL_REQUEST", { ...api, ...forward, pull_request_id: created.id });
  const gitdir = world.gitdir("acme/api");
  expect(await resolveRef({ fs, gitdir, ref: "refs/heads/main" })).toBe(
    await resolveRef({ fs, gitdir, ref: "refs/heads/feature/rate-limit" }),
  );
});

test("refuses a conflict, a draft and a reader, and changes nothing", async () => {
  const world = bitbucket.open("refuse");
  const conflict = { workspace: "acme", repo_slug: "web", pull_request_id: 3 };
  await world.data("GET_PULL_REQUEST", conflict);
  const gitdir = world.gitdir("acme/web");
  const main = await resolveRef({ fs, gitdir, ref: "refs/heads/main" });
  expect(await world.refusal("MERGE_PULL_REQUEST", conflict)).toMatchObject({
    status: 400,
    message: "You can't merge until you resolve all merge conflicts.",
    data: { key: "MERGE_CONFLICT", files: ["package.json"] },
  });
  expect(await resolveRef({ fs, gitdir, ref: "refs/heads/main" })).toBe(main);
  expect(await world.data("GET_PULL_REQUEST", conflict)).toMatchObject({
    pull_request: { state: "OPEN" },
  });
  const draft = { ...api, pull_request_id: 12 };
  expect(await world.refusal("MERGE_PULL_REQUEST", draft)).toMatchObject({ status: 400 });
  const sam = bitbucket.open("refuse", "sam-acme");
  const foreign = { workspace: "acme", repo_slug: "infrastructure", pull_request_id: 2 };
  expect(await sam.refusal("MERGE_PULL_REQUEST", foreign)).toMatchObject({ status: 403 });
  expect(await world.changes()).toEqual([]);
});
