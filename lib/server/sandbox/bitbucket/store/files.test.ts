import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exists, writeAtomically } from "./files";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "branchline-files-"));
});
afterAll(() => rm(folder, { recursive: true }));

test("replaces a file and leaves nothing else behind", async () => {
  const path = join(folder, "document.json");
  await writeAtomically(path, "a much longer first text");
  await writeAtomically(path, "second");
  expect(await readFile(path, "utf8")).toBe("second");
  expect(await readdir(folder)).toEqual(["document.json"]);
});

test("a failed write leaves the old text", async () => {
  await expect(writeAtomically(join(folder, "missing", "x"), "text")).rejects.toThrow("ENOENT");
});

test("knows what exists", async () => {
  expect(await exists(folder)).toBe(true);
  expect(await exists(join(folder, "nope", "deeper"))).toBe(false);
});
