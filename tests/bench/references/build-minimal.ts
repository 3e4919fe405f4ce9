import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, globSync, readFileSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const source = "tests/bench/references/minimal";

function fingerprint(): string {
  const hash = createHash("sha256");
  for (const file of [...globSync(`${source}/**/*.{ts,tsx}`).sort(), "package-lock.json"])
    hash.update(file).update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}

/** The folder of the minimal Next app, built for production: once for this version of it and of the packages. */
export function buildMinimal(): string {
  const folder = join(tmpdir(), `branchline-bench-minimal-${fingerprint()}`);
  if (existsSync(join(folder, ".next/BUILD_ID"))) return folder;
  cpSync(source, folder, { recursive: true });
  if (!existsSync(join(folder, "node_modules")))
    symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  const { status } = spawnSync("next", ["build"], { cwd: folder, stdio: "inherit" });
  if (status !== 0) throw new Error("The minimal Next app could not be built.");
  return folder;
}
