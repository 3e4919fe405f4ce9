import fs from "node:fs";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { listBranches, resolveRef } from "isomorphic-git";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { resetWorlds } from "../index";
import { startBitbucket } from "../testing/start-bitbucket";
import type { GitOperation } from "./git-operation";

let bitbucket: Awaited<ReturnType<typeof startBitbucket>>;
beforeAll(async () => {
  bitbucket = await startBitbucket();
});
afterAll(() => bitbucket.stop());

const api = { workspace: "acme", repo_slug: "api" };
type World = ReturnType<typeof bitbucket.open>;

async function mainHash(world: World): Promise<string> {
  const schema = z.object({ target: z.object({ hash: z.string() }) });
  return (await world.read(schema, "GET_BRANCH", { ...api, name: "main" })).target.hash;
}

async function branchesOf(world: World, fullName = "acme/api"): Promise<string[]> {
  return listBranches({ fs, gitdir: world.gitdir(fullName) });
}

test("two worlds never meet", async () => {
  const [one, two] = [bitbucket.open("one"), bitbucket.open("two")];
  await one.data("CREATE_BRANCH", { ...api, name: "only-here", target_hash: await mainHash(one) });
  await one.data("DELETE_REPOSITORY", { workspace: "acme", repo_slug: "web" });
  expect(await two.refusal("GET_BRANCH", { ...api, name: "only-here" })).toMatchObject({
    status: 404,
  });
  expect(await branchesOf(two)).not.toContain("only-here");
  expect(await two.data("GET_REPOSITORY", { workspace: "acme", repo_slug: "web" })).toBeDefined();
  expect(await two.changes()).toEqual([]);
  expect(await one.changes()).toHaveLength(2);
});

test("of twenty identical calls at once exactly one succeeds and is logged", async () => {
  const world = bitbucket.open("race");
  const input = { ...api, name: "race", target_hash: await mainHash(world) };
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, () => world.call("CREATE_BRANCH", input)),
  );
  expect(outcomes.filter(({ successful }) => successful)).toHaveLength(1);
  const refused = outcomes.filter(({ successful }) => !successful);
  expect(new Set(refused.map(({ error }) => error))).toEqual(
    new Set(['Branch "race" already exists.']),
  );
  expect(await world.changes()).toHaveLength(1);
});

test("a world that twenty calls open at once is made once", async () => {
  const world = bitbucket.open("rush");
  const title = (index: number) => ({ ...api, title: `Issue ${index}`, content: "" });
  await Promise.all(
    Array.from({ length: 20 }, (_, index) => world.data("CREATE_ISSUE", title(index))),
  );
  const changes = await world.changes();
  expect(changes.map(({ sequence }) => sequence)).toEqual(
    Array.from({ length: 20 }, (_, index) => index + 1),
  );
  expect(new Set(changes.map(({ outcome }) => outcome.id)).size).toBe(20);
  const worlds = await readdir(join(bitbucket.directory, "worlds"));
  expect(worlds.filter((name) => name.startsWith("."))).toEqual([]);
});

test("reads and refusals leave the world's file as it is", async () => {
  const world = bitbucket.open("quiet");
  await world.data("LIST_ISSUES", api);
  const path = join(bitbucket.directory, "worlds", "quiet", "world.json");
  const before = await readFile(path, "utf8");
  await world.data("LIST_PULL_REQUESTS", api);
  await world.refusal("CREATE_ISSUE", { ...api, title: "x", content: "", assignee: "nobody" });
  await world.refusal("UPDATE_ISSUE", {
    ...api,
    issue_id: "14",
    title: "changed",
    component: "nope",
  });
  expect(await readFile(path, "utf8")).toBe(before);
});

/** The state a process leaves that died after it wrote the document and before it changed git. */
async function dieBeforeGit(name: string, operation: GitOperation): Promise<void> {
  const path = join(bitbucket.directory, "worlds", name, "world.json");
  const document = JSON.parse(await readFile(path, "utf8"));
  document.pendingOperations = [operation];
  await writeFile(path, JSON.stringify(document));
}

test("what was logged and not yet done is done before anybody reads", async () => {
  const world = bitbucket.open("died");
  const hash = await mainHash(world);
  const address = { workspace: "acme", slug: "api" };
  await dieBeforeGit("died", {
    type: "set-reference",
    ...address,
    reference: "refs/heads/promised",
    hash,
  });
  expect(await branchesOf(world)).not.toContain("promised");
  expect(await world.data("GET_BRANCH", { ...api, name: "promised" })).toMatchObject({
    target: { hash },
  });
  expect(
    await resolveRef({ fs, gitdir: world.gitdir("acme/api"), ref: "refs/heads/promised" }),
  ).toBe(hash);

  await dieBeforeGit("died", {
    type: "delete-reference",
    ...address,
    reference: "refs/heads/promised",
  });
  expect(await world.refusal("GET_BRANCH", { ...api, name: "promised" })).toMatchObject({
    status: 404,
  });

  await dieBeforeGit("died", { type: "delete-repository", workspace: "acme", slug: "web" });
  await world.data("LIST_WORKSPACES");
  await expect(readdir(world.gitdir("acme/web"))).rejects.toThrow("ENOENT");
});

test("a repository whose making was cut short is made again", async () => {
  const world = bitbucket.open("half");
  const fresh = { workspace: "acme", repo_slug: "fresh" };
  await world.data("CREATE_REPOSITORY", fresh);
  await rm(join(world.gitdir("acme/fresh"), "HEAD"));
  await dieBeforeGit("half", { type: "create-repository", workspace: "acme", slug: "fresh" });
  await world.data("LIST_BRANCHES", fresh);
  expect(await readFile(join(world.gitdir("acme/fresh"), "HEAD"), "utf8")).toContain(
    "refs/heads/main",
  );
});

test("promises are cleared once they are kept", async () => {
  const world = bitbucket.open("kept");
  await world.data("CREATE_BRANCH", { ...api, name: "kept", target_hash: await mainHash(world) });
  const path = join(bitbucket.directory, "worlds", "kept", "world.json");
  expect(JSON.parse(await readFile(path, "utf8"))).toMatchObject({ pendingOperations: [] });
});

test("the change log of an unused world is empty and makes no world", async () => {
  expect(await bitbucket.open("unused").changes()).toEqual([]);
  expect(await readdir(join(bitbucket.directory, "worlds"))).not.toContain("unused");
});

test("a reset gives everybody a fresh world", async () => {
  const other = await startBitbucket();
  const world = other.open("again");
  await world.data("DELETE_REPOSITORY", api);
  await resetWorlds(other.directory);
  await resetWorlds(other.directory);
  expect(await readdir(other.directory)).toEqual([]);
  expect(await world.data("GET_REPOSITORY", api)).toMatchObject({ full_name: "acme/api" });
  expect(await world.changes()).toEqual([]);
  await other.stop();
});
