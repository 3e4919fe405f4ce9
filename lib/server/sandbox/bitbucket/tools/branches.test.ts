import fs from "node:fs";
import { listBranches, resolveRef } from "isomorphic-git";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { startBitbucket } from "../testing/start-bitbucket";

let bitbucket: Awaited<ReturnType<typeof startBitbucket>>;
beforeAll(async () => {
  bitbucket = await startBitbucket();
});
afterAll(() => bitbucket.stop());

const api = { workspace: "acme", repo_slug: "api" };
const branchSchema = z.object({ name: z.string(), target: z.object({ hash: z.string() }) });
const pageSchema = z.object({
  values: z.array(branchSchema),
  size: z.int(),
  next: z.string().optional(),
});

async function mainHash(world: ReturnType<typeof bitbucket.open>): Promise<string> {
  return (await world.read(branchSchema, "GET_BRANCH", { ...api, name: "main" })).target.hash;
}

test("lists the branches that git has, pointing where git says", async () => {
  const world = bitbucket.open("list");
  const gitdir = world.gitdir("acme/api");
  const page = await world.read(pageSchema, "LIST_BRANCHES", { ...api, pagelen: 100 });
  const names = page.values.map(({ name }) => name);
  expect(names.toSorted()).toEqual((await listBranches({ fs, gitdir })).toSorted());
  expect(names).toContain("feature/rate-limit");
  for (const { name, target } of page.values) {
    expect(target.hash).toBe(await resolveRef({ fs, gitdir, ref: `refs/heads/${name}` }));
  }
});

test("pages ten at a time and remembers the filter in the next address", async () => {
  const world = bitbucket.open("list");
  const first = await world.read(pageSchema, "LIST_BRANCHES", { ...api, sort: "name" });
  const second = await world.read(pageSchema, "LIST_BRANCHES", { ...api, sort: "name", page: 2 });
  expect(first.values).toHaveLength(10);
  expect(first.next).toBe(
    "https://api.bitbucket.org/2.0/repositories/acme/api/refs/branches?sort=name&pagelen=10&page=2",
  );
  expect(second.values.length + 10).toBe(first.size);
  expect(second.next).toBeUndefined();
});

test("filters and sorts branches", async () => {
  const world = bitbucket.open("list");
  const q = 'name ~ "release/"';
  expect(await world.data("LIST_BRANCHES", { ...api, q })).toMatchObject({
    values: [{ name: "release/1.2", default_merge_strategy: "merge_commit" }],
  });
  const newest = await world.read(pageSchema, "LIST_BRANCHES", { ...api, sort: "-target.date" });
  expect(newest.values[0]?.name).toBe("feature/rate-limit");
});

test("lists tags", async () => {
  const page = await bitbucket.open("list").data("LIST_TAGS", { ...api, sort: "-name" });
  expect(page).toMatchObject({
    values: [{ name: "v1.2.0" }, { name: "v1.1.0" }, { name: "v1.0.0" }],
  });
});

test("creates a branch that git has, at the hash that was asked for", async () => {
  const world = bitbucket.open("create");
  const hash = await mainHash(world);
  const name = "feature/login";
  const branch = await world.data("CREATE_BRANCH", {
    ...api,
    name,
    target_hash: hash.toUpperCase(),
  });
  expect(branch).toMatchObject({
    type: "branch",
    name,
    target: { hash },
    links: { html: { href: "https://bitbucket.org/acme/api/branch/feature/login" } },
  });
  const gitdir = world.gitdir("acme/api");
  expect(await resolveRef({ fs, gitdir, ref: `refs/heads/${name}` })).toBe(hash);
  expect(await world.data("GET_BRANCH", { ...api, name })).toEqual(branch);
  expect(await world.changes()).toMatchObject([
    { sequence: 1, slug: "BITBUCKET_CREATE_BRANCH", username: "jane-acme", outcome: { name } },
  ]);
});

test.each([
  "refs/heads/login",
  "my branch",
  "a..b",
  "ends/",
  "-dash",
  "x.lock",
  "what?",
  "../../escape",
])("refuses %s as a name", async (name) => {
  const world = bitbucket.open("refuse");
  const input = { ...api, name, target_hash: await mainHash(world) };
  expect(await world.refusal("CREATE_BRANCH", input)).toMatchObject({
    status: 400,
    fields: { name: [expect.stringContaining("is not a valid branch name")] },
  });
});

test("refuses a taken name, a name in the way, and hashes that are none", async () => {
  const world = bitbucket.open("refuse");
  const hash = await mainHash(world);
  const create = (name: string, target: string) =>
    world.refusal("CREATE_BRANCH", { ...api, name, target_hash: target });
  expect(await create("main", hash)).toMatchObject({
    status: 400,
    message: 'Branch "main" already exists.',
    data: { key: "BRANCH_ALREADY_EXISTS" },
  });
  expect(await create("feature", hash)).toMatchObject({ data: { key: "BRANCH_NAME_CONFLICT" } });
  expect(await create("main/x", hash)).toMatchObject({ data: { key: "BRANCH_NAME_CONFLICT" } });
  expect(await create("a", hash.slice(0, 12))).toMatchObject({
    status: 400,
    fields: { "target.hash": [expect.stringContaining("40-character")] },
  });
  expect(await create("a", "main")).toMatchObject({ status: 400 });
  expect(await create("a", "0".repeat(40))).toMatchObject({
    status: 404,
    message: "Commit not found",
  });
  expect(await world.changes()).toEqual([]);
});

test("an empty repository has no commit to branch from", async () => {
  const world = bitbucket.open("empty");
  const empty = { workspace: "acme", repo_slug: "empty" };
  await world.data("CREATE_REPOSITORY", empty);
  const input = { ...empty, name: "main", target_hash: await mainHash(world) };
  expect(await world.refusal("CREATE_BRANCH", input)).toMatchObject({ status: 404 });
  expect(await world.data("LIST_BRANCHES", empty)).toMatchObject({ values: [], size: 0 });
  expect(await world.refusal("GET_BRANCH", { ...empty, name: "main" })).toMatchObject({
    status: 404,
  });
});

test("reading is not enough to create a branch", async () => {
  const sam = bitbucket.open("refuse", "sam-acme");
  const input = {
    workspace: "acme",
    repo_slug: "infrastructure",
    name: "mine",
    target_hash: "0".repeat(40),
  };
  expect(await sam.refusal("CREATE_BRANCH", input)).toMatchObject({
    status: 403,
    message: expect.stringContaining("needs write access"),
  });
});
