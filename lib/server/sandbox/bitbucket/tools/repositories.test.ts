import fs from "node:fs";
import { access } from "node:fs/promises";
import { currentBranch, listBranches } from "isomorphic-git";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startBitbucket } from "../testing/start-bitbucket";

let bitbucket: Awaited<ReturnType<typeof startBitbucket>>;
beforeAll(async () => {
  bitbucket = await startBitbucket();
});
afterAll(() => bitbucket.stop());

const list = "LIST_REPOSITORIES_IN_WORKSPACE";

test("lists what the user can access", async () => {
  const jane = await bitbucket.open("repositories").data(list, { workspace: "acme", sort: "name" });
  expect(jane).toMatchObject({
    size: 6,
    values: [
      { full_name: "acme/api", mainbranch: { name: "main" }, project: { key: "PLAT" } },
      { full_name: "acme/billing" },
      { full_name: "acme/infrastructure", mainbranch: { name: "master" } },
      { full_name: "acme/legacy-portal", has_issues: false },
      { full_name: "acme/mobile", has_issues: false },
      { full_name: "acme/web", has_issues: true },
    ],
  });
  const sam = bitbucket.open("repositories", "sam-acme");
  expect(await sam.data(list, { workspace: "acme" })).toMatchObject({ size: 5 });
  expect(await sam.data(list, { workspace: "acme", role: "contributor" })).toMatchObject({
    size: 4,
  });
  expect(await sam.data(list, { workspace: "acme", role: "admin" })).toMatchObject({ size: 0 });
});

test("filters in Bitbucket's query language", async () => {
  const world = bitbucket.open("repositories");
  const q = 'project.key = "APP" AND language != "java"';
  expect(await world.data(list, { workspace: "acme", q, sort: "-slug" })).toMatchObject({
    values: [{ slug: "web" }, { slug: "mobile" }],
  });
  expect(await world.refusal(list, { workspace: "acme", q: "name=api" })).toMatchObject({
    status: 400,
    data: { key: "q" },
  });
});

test("gets one, by slug or UUID", async () => {
  const world = bitbucket.open("repositories");
  const repository = await world.data("GET_REPOSITORY", { workspace: "acme", repo_slug: "api" });
  expect(repository).toMatchObject({
    full_name: "acme/api",
    is_private: true,
    links: { html: { href: "https://bitbucket.org/acme/api" } },
  });
  const again = { workspace: "acme", repo_slug: repository.uuid };
  expect(await world.data("GET_REPOSITORY", again)).toEqual(repository);
});

test.each(["nope", "billing"])("%s is a 404 for a member who cannot see it", async (slug) => {
  const sam = bitbucket.open("repositories", "sam-acme");
  const refusal = await sam.refusal("GET_REPOSITORY", { workspace: "acme", repo_slug: slug });
  expect(refusal).toMatchObject({ status: 404, message: expect.stringContaining(`acme/${slug}`) });
});

test("creates a real, empty git repository and deletes it again", async () => {
  const world = bitbucket.open("create");
  const name = { workspace: "acme", repo_slug: "new-service" };
  const created = await world.data("CREATE_REPOSITORY", {
    ...name,
    description: "Soon.",
    language: "Go",
  });
  expect(created).toMatchObject({
    full_name: "acme/new-service",
    is_private: true,
    has_issues: true,
    language: "go",
    mainbranch: null,
    project: { key: "PLAT" },
  });
  const gitdir = world.gitdir("acme/new-service");
  expect(await currentBranch({ fs, gitdir })).toBe("main");
  expect(await listBranches({ fs, gitdir })).toEqual([]);
  expect(await world.data("LIST_COMMITS", name)).toMatchObject({ values: [], size: 0 });
  expect(await world.data("DELETE_REPOSITORY", name)).toEqual({
    message: "Repository acme/new-service has been successfully deleted",
  });
  await expect(access(gitdir)).rejects.toThrow("ENOENT");
  expect(await world.refusal("GET_REPOSITORY", name)).toMatchObject({ status: 404 });
  expect(await world.changes()).toMatchObject([
    { sequence: 1, slug: "BITBUCKET_CREATE_REPOSITORY" },
    { sequence: 2, slug: "BITBUCKET_DELETE_REPOSITORY", arguments: name },
  ]);
});

test("refuses a taken slug, a bad slug and an unknown project", async () => {
  const world = bitbucket.open("refuse");
  const create = (input: Record<string, unknown>) =>
    world.refusal("CREATE_REPOSITORY", { workspace: "acme", ...input });
  expect(await create({ repo_slug: "api" })).toMatchObject({
    status: 400,
    message: "Repository with this Slug and Owner already exists.",
  });
  expect(await create({ repo_slug: "Big Name" })).toMatchObject({
    status: 400,
    fields: { slug: [expect.any(String)] },
  });
  expect(await create({ repo_slug: "fine", project_key: "NOPE" })).toMatchObject({
    status: 400,
    fields: { project: ["There is no project with the key NOPE."] },
  });
  expect(await world.changes()).toEqual([]);
});

test("a member may neither create nor delete", async () => {
  const sam = bitbucket.open("refuse", "sam-acme");
  const created = await sam.refusal("CREATE_REPOSITORY", { workspace: "acme", repo_slug: "mine" });
  expect(created).toMatchObject({ status: 403, message: expect.stringContaining("cannot create") });
  const deleted = await sam.refusal("DELETE_REPOSITORY", { workspace: "acme", repo_slug: "api" });
  expect(deleted).toMatchObject({
    status: 403,
    message: "Your credentials lack one or more required privilege scopes.",
    detail: { required: ["repository:delete"] },
  });
});
