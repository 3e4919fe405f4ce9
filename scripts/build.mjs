import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ownEnvironment, root } from "./bootstrap.mjs";
import { assembleRuntime } from "./runtime.mjs";

const stamp = join(root, ".next", "branchline-sources");
const sources = [
  "app",
  "components",
  "lib",
  "pages",
  "public",
  "instrumentation.ts",
  "instrumentation-client.ts",
  "proxy.ts",
  "scripts/entry.mjs",
  "scripts/health.mjs",
  "scripts/runtime.mjs",
  "next.config.ts",
  "package-lock.json",
];

function files(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  try {
    return readdirSync(full, { withFileTypes: true })
      .sort((left, right) => (left.name < right.name ? -1 : 1))
      .flatMap((entry) => files(join(path, entry.name)));
  } catch {
    return [path];
  }
}

function sourcesHash() {
  const hash = createHash("sha256");
  for (const path of sources.flatMap(files)) {
    if (!/\.test\.tsx?$/.test(path)) hash.update(path).update(readFileSync(join(root, path)));
  }
  return hash.digest("hex");
}

/** Builds for production, unless what was built last is what stands here. */
export function ensureBuilt() {
  const wanted = sourcesHash();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  console.log("Building…");
  const { status } = spawnSync("next", ["build"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    env: ownEnvironment({ NODE_ENV: "production" }),
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    console.error("The build failed. Run `npm run build` to see all of it.");
    process.exit(1);
  }
  assembleRuntime();
  writeFileSync(stamp, wanted);
}
