import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** What belongs to no installation, or is linked into it. */
const leftOut = new Set(["node_modules", ".data", ".git", "test-results", ".next/cache"]);

/** Another installation like this one; its packages are these. */
function copyInstallation(): string {
  const folder = mkdtempSync(join(tmpdir(), "branchline-without-proxy-"));
  cpSync(".", folder, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !leftOut.has(path),
  });
  return folder;
}

/**
 * An installation in which proxy.ts sees no request: what Next wrote down about it is taken out of a copy of the build.
 *
 * @returns its folder, to be deleted
 */
export function copyWithIdleProxy(): string {
  const folder = copyInstallation();
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  const manifest = join(folder, ".next/runtime/.next/server/functions-config-manifest.json");
  writeFileSync(manifest, JSON.stringify({ version: 1, functions: {} }));
  return folder;
}

/**
 * An installation without proxy.ts. It is built at its start, which takes a minute.
 *
 * @returns its folder, to be deleted
 */
export function copyWithoutProxy(): string {
  const folder = copyInstallation();
  for (const name of ["proxy.ts", ".next"])
    rmSync(join(folder, name), { recursive: true, force: true });
  // As files of its own: a build does not follow links that lead out of its folder.
  const copy = (how: string) =>
    spawnSync("cp", [how, resolve("node_modules"), join(folder, "node_modules")]).status === 0;
  if (!copy("-al") && !copy("-a")) throw new Error("The packages could not be copied.");
  return folder;
}
