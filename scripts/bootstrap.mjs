import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder. Runs on any Node from 20 on, before anything is installed. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const installStamp = join(root, "node_modules", ".branchline-installed");
const ownNode = join(
  root,
  "node_modules",
  "node",
  "bin",
  process.platform === "win32" ? "node.exe" : "node",
);

/**
 * Installs what the lockfile says, unless that is there already. Not with `npm ci`: it refuses a lockfile that was made where
 * the registry lacks the optional binaries of other platforms.
 */
export function ensureInstalled() {
  const wanted = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  if (existsSync(installStamp) && readFileSync(installStamp, "utf8") === wanted) return;
  console.log("Installing packages…");
  const { status } = spawnSync(
    "npm",
    ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"],
    {
      cwd: root,
      stdio: "inherit",
      shell: process.platform === "win32",
    },
  );
  if (status !== 0) {
    console.error(
      "The packages could not be installed. Check the network and the npm registry, then try again.",
    );
    process.exit(1);
  }
  writeFileSync(installStamp, wanted);
}

/** The environment in which the project's own Node and tools come first. */
export function ownEnvironment(extra = {}) {
  const separator = process.platform === "win32" ? ";" : ":";
  const path = [join(root, "node_modules", ".bin"), process.env.PATH].join(separator);
  return { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...extra, PATH: path };
}

/** Whether {@link continueOnOwnNode} started this process. */
export function onOwnNode() {
  return process.env.BRANCHLINE_OWN_NODE === "1";
}

/** The Node to run on: the one the project brings along, else this one when it is new enough. */
function newEnoughNode() {
  if (existsSync(ownNode)) return ownNode;
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 22)) return process.execPath;
  console.error(
    "Node 22.22 or newer is needed, and npm was not allowed to install it: run `npm rebuild node` and try again.",
  );
  process.exit(1);
}

/** Runs a script again on the project's own Node and ends as it ends. */
export function continueOnOwnNode(script) {
  const child = spawn(
    newEnoughNode(),
    ["--conditions=react-server", script, ...process.argv.slice(2)],
    {
      cwd: root,
      stdio: "inherit",
      env: ownEnvironment({ BRANCHLINE_OWN_NODE: "1" }),
    },
  );
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}
