import fs from "node:fs";
import { log, readBlob } from "isomorphic-git";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { startBitbucket } from "../testing/start-bitbucket";

let bitbucket: Awaited<ReturnType<typeof startBitbucket>>;
let world: ReturnType<Awaited<ReturnType<typeof startBitbucket>>["open"]>;
beforeAll(async () => {
  bitbucket = await startBitbucket();
  world = bitbucket.open("source");
  // The first call makes the world's repositories.
  await world.data("LIST_WORKSPACES");
});
afterAll(() => bitbucket.stop());

const api = { workspace: "acme", repo_slug: "api" };
const commitsSchema = z.object({
  values: z.array(z.object({ hash: z.string(), parents: z.array(z.object({ hash: z.string() })) })),
  size: z.int(),
});

test("reads a file's text out of the commit", async () => {
  const gitdir = world.gitdir("acme/api");
  const [tip] = await log({ fs, gitdir, ref: "main", depth: 1 });
  if (!tip) throw new Error("The main branch has no commit.");
  const { blob } = await readBlob({ fs, gitdir, oid: tip.oid, filepath: "README.md" });
  const text = new TextDecoder().decode(blob);
  expect(text).toContain("# Acme API");
  const file = { commit: tip.oid, path: "README.md", size: blob.byteLength, data: text };
  for (const commit of ["main", tip.oid, tip.oid.slice(0, 10)]) {
    const input = { ...api, commit, path: "README.md" };
    expect(await world.data("GET_FILE_FROM_REPOSITORY", input)).toEqual(file);
  }
});

test("a tag gives the file as it was then", async () => {
  const input = { ...api, path: "README.md" };
  const before = await world.data("GET_FILE_FROM_REPOSITORY", { ...input, commit: "v1.0.0" });
  const now = await world.data("GET_FILE_FROM_REPOSITORY", { ...input, commit: "main" });
  expect(before.data).not.toContain("docs/errors.md");
  expect(now.data).toContain("docs/errors.md");
});

test.each([
  ["an unknown path", "main", "nope.md", "No such file or directory: nope.md"],
  ["a folder", "main", "src", "No such file or directory: src"],
  ["a file taken for a folder", "main", "README.md/x", "No such file or directory: README.md/x"],
  ["a way out", "main", "../../world.json", "No such file or directory: ../../world.json"],
  ["an absolute path", "main", "/etc/passwd", "No such file or directory: /etc/passwd"],
  ["an unknown branch", "nope", "README.md", "Commit not found"],
  ["an unknown hash", "0".repeat(40), "README.md", "Commit not found"],
  ["a reference by path", "../HEAD", "README.md", "Commit not found"],
])("%s is a 404", async (_, commit, path, message) => {
  const refusal = await world.refusal("GET_FILE_FROM_REPOSITORY", { ...api, commit, path });
  expect(refusal).toMatchObject({ status: 404, message });
});

test("browses folders", async () => {
  const root = await world.data("BROWSE_REPOSITORY_PATH", { ...api, commit: "main", pagelen: 50 });
  expect(root.values).toContainEqual(
    expect.objectContaining({ type: "commit_directory", path: "src" }),
  );
  expect(root.values).toContainEqual(
    expect.objectContaining({ type: "commit_file", path: "README.md" }),
  );
  const orders = await world.data("BROWSE_REPOSITORY_PATH", {
    ...api,
    commit: "main",
    path: "src/orders/",
  });
  expect(orders.values).toContainEqual(
    expect.objectContaining({ path: "src/orders/order-store.ts" }),
  );
  const file = { ...api, commit: "main", path: "README.md" };
  expect(await world.refusal("BROWSE_REPOSITORY_PATH", file)).toMatchObject({ status: 404 });
});

test("lists the commits git has, children before parents", async () => {
  const gitdir = world.gitdir("acme/api");
  const page = await world.read(commitsSchema, "LIST_COMMITS", { ...api, pagelen: 100 });
  const expected = await log({ fs, gitdir, ref: "main" });
  expect(page.values.map(({ hash }) => hash).toSorted()).toEqual(
    expected.map(({ oid }) => oid).toSorted(),
  );
  const places = new Map(page.values.map(({ hash }, index) => [hash, index]));
  for (const { hash, parents } of page.values) {
    for (const parent of parents) {
      expect(places.get(parent.hash)).toBeGreaterThan(places.get(hash) ?? Number.NaN);
    }
  }
});

test("lists what one branch has and another has not", async () => {
  const input = { ...api, include: "feature/rate-limit", exclude: "main" };
  expect(await world.data("LIST_COMMITS", input)).toMatchObject({
    size: 2,
    values: [
      { message: "Answer 429 with Retry-After\n", author: { user: { nickname: "jane-acme" } } },
      { message: "Count requests per key\n" },
    ],
  });
});
