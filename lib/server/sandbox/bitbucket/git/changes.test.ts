import fs from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { applyPatch } from "diff";
import { init, writeBlob, writeCommit, writeTree } from "isomorphic-git";
import { afterAll, beforeAll, expect, test } from "vitest";
import { changesBetween, mergeBase } from "./changes";
import { requireCommit } from "./commits";
import { locateGit } from "./location";
import { mergeCommits } from "./merge";
import { patchOf } from "./patch";
import { findItem, readContent } from "./trees";

let gitdir: string;
beforeAll(async () => {
  gitdir = await mkdtemp(join(tmpdir(), "branchline-git-"));
  await init({ fs, gitdir, bare: true });
});
afterAll(() => rm(gitdir, { recursive: true }));

/** Writes a commit with these files at the top level; text, or bytes. */
async function commit(files: Record<string, string | Uint8Array>, ...parent: string[]) {
  const entries = await Promise.all(
    Object.entries(files).map(async ([path, content]) => {
      const blob = typeof content === "string" ? new TextEncoder().encode(content) : content;
      const oid = await writeBlob({ fs, gitdir, blob });
      return { mode: "100644", path, oid, type: "blob" as const };
    }),
  );
  const tree = await writeTree({ fs, gitdir, tree: entries });
  const author = { name: "A", email: "a@b.example", timestamp: 1_700_000_000, timezoneOffset: 0 };
  const message = `${Object.keys(files).join(" ")} ${parent.length}`;
  return writeCommit({ fs, gitdir, commit: { tree, parent, message, author, committer: author } });
}

const lines = (...numbers: number[]) => numbers.map((number) => `line ${number}\n`).join("");

test("compares from the merge base, so what the destination did since does not show", async () => {
  const location = locateGit(gitdir);
  const base = await commit({ a: "1\n", old: "same\n", gone: "x\n" });
  const destination = await commit({ a: "1\n", old: "same\n", gone: "x\n", b: "theirs\n" }, base);
  const source = await commit({ a: "2\n", new: "same\n", c: "ours\n" }, base);
  expect(await mergeBase(location, destination, source)).toBe(base);
  expect(await changesBetween(location, destination, source)).toMatchObject([
    { status: "modified", path: "a" },
    { status: "added", path: "c" },
    { status: "removed", path: "gone" },
    { status: "renamed", oldPath: "old", path: "new" },
  ]);
});

test("histories that never met show everything", async () => {
  const location = locateGit(gitdir);
  const [left, right] = [await commit({ a: "1\n" }), await commit({ b: "2\n" })];
  expect(await changesBetween(location, left, right)).toMatchObject([
    { status: "added", path: "b" },
  ]);
});

test.each([
  ["a changed line", lines(1, 2, 3, 4, 5, 6, 7, 8, 9), lines(1, 2, 3, 4, 50, 6, 7, 8, 9), 1, 1],
  [
    "two far places",
    lines(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12),
    lines(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
    1,
    1,
  ],
  ["no line break at the end", "a\nb", "a\nb\nc", 2, 1],
  ["emptied", lines(1, 2), "", 0, 2],
])(
  "a patch of %s can be applied and is counted right",
  async (_, before, after, added, removed) => {
    const location = locateGit(gitdir);
    const base = await commit({ file: before });
    const source = await commit({ file: after }, base);
    const [change] = await changesBetween(location, base, source);
    if (!change) throw new Error("Nothing changed.");
    const patch = await patchOf(location, change);
    expect(patch).toMatchObject({ linesAdded: added, linesRemoved: removed });
    expect(patch.text).toMatch(
      /^diff --git a\/file b\/file\nindex [0-9a-f]{7}\.\.[0-9a-f]{7} 100644\n--- a\/file\n\+\+\+ b\/file\n@@ /,
    );
    expect(applyPatch(before, patch.text)).toBe(after);
  },
);

test("added, removed, renamed and binary files have git's headers", async () => {
  const location = locateGit(gitdir);
  const bytes = new Uint8Array([1, 0, 2]);
  const base = await commit({ moved: "same\n", removed: "x\ny\n" });
  const source = await commit({ moved2: "same\n", added: "one\n", binary: bytes }, base);
  const changes = await changesBetween(location, base, source);
  const patches = await Promise.all(changes.map((change) => patchOf(location, change)));
  const textOf = (path: string) => patches.find(({ change }) => change.path === path)?.text;
  expect(textOf("added")).toContain("new file mode 100644");
  expect(textOf("added")).toContain("--- /dev/null\n+++ b/added\n@@ -0,0 +1 @@\n+one\n");
  expect(textOf("removed")).toContain("+++ /dev/null\n@@ -1,2 +0,0 @@\n-x\n-y\n");
  expect(textOf("moved2")).toBe(
    "diff --git a/moved b/moved2\nsimilarity index 100%\nrename from moved\nrename to moved2\n",
  );
  expect(textOf("binary")).toMatch(/Binary files differ\n$/);
});

test("a merge joins changes of both sides, line by line", async () => {
  const location = locateGit(gitdir);
  const base = await commit({ file: lines(1, 2, 3, 4, 5, 6, 7) });
  const destination = await commit({ file: lines(10, 2, 3, 4, 5, 6, 7) }, base);
  const source = await commit({ file: lines(1, 2, 3, 4, 5, 6, 70) }, base);
  const request = {
    destination,
    source,
    strategy: "merge_commit",
    message: "Join",
    person: { name: "A", email: "a@b.example" },
    at: new Date(1_800_000_000_000),
  } as const;
  const result = await mergeCommits(location, request);
  if (result.status !== "merged") throw new Error("The merge did not happen.");
  const merged = await requireCommit(location, result.hash);
  expect(merged).toMatchObject({
    parents: [destination, source],
    date: "2027-01-15T08:00:00.000Z",
  });
  const item = await findItem(location, merged.tree, "file");
  const content = await readContent(location, item?.hash ?? "");
  expect(new TextDecoder().decode(content)).toBe(lines(10, 2, 3, 4, 5, 6, 70));
  const other = await commit({ file: lines(11, 2, 3, 4, 5, 6, 7) }, base);
  expect(await mergeCommits(location, { ...request, source: other })).toEqual({
    status: "conflict",
    paths: ["file"],
  });
});
