import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { continueOnOwnNode, ensureInstalled, onOwnNode } from "./bootstrap.mjs";

/*
 * Makes the whole file system of the image in an empty folder: `node scripts/image.mjs <folder>`. It holds the server, Node and
 * the libraries of the system that both are linked with: no shell, no package manager. The Dockerfile does nothing else.
 */

/** The number of the user that the Dockerfile names. */
const user = 65_532;

/** Looked at by the system's own library: without the first, names in /etc/hosts would be asked of a name server first. */
const systemFiles = {
  "etc/nsswitch.conf": "hosts: files dns\n",
  "etc/passwd": `branchline:x:${user}:${user}:Branchline:/:/sbin/nologin\n`,
  "etc/group": `branchline:x:${user}:\n`,
};

function leave(message) {
  console.error(message);
  process.exit(1);
}

/** The files of the system that programs and addons are linked with, by their absolute paths. */
function librariesOf(binaries) {
  const { status, stdout } = spawnSync("ldd", binaries, { encoding: "utf8" });
  if (status !== 0)
    leave("The libraries of Node could not be listed: an image is made on Linux with glibc.");
  const found = stdout.matchAll(/^\s+(?:\S+ => )?(\/\S+) \(0x/gm);
  return new Set(Array.from(found, ([, path]) => path));
}

/** What a link leads to lies in the image under the link's own name. */
function copyFile(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}

function assembleImage(folder, runtime) {
  const server = join(folder, "branchline");
  const node = join(folder, "usr/local/bin/node");
  cpSync(runtime, server, { recursive: true, verbatimSymlinks: true });
  copyFile(process.execPath, node);
  const addons = globSync("**/*.node", { cwd: server }).map((file) => join(server, file));
  for (const path of librariesOf([node, ...addons])) copyFile(path, join(folder, path));
  mkdirSync(join(folder, "etc"));
  for (const [name, text] of Object.entries(systemFiles)) writeFileSync(join(folder, name), text);
}

if (onOwnNode()) {
  const [, , target] = process.argv;
  if (!target) leave("Which folder? node scripts/image.mjs <folder>");
  const folder = resolve(target);
  if (existsSync(folder) && readdirSync(folder).length > 0) leave(`${folder} is not empty.`);
  const { ensureBuilt } = await import("./build.mjs");
  const { runtime } = await import("./runtime.mjs");
  ensureBuilt();
  assembleImage(folder, runtime);
} else {
  ensureInstalled();
  continueOnOwnNode(fileURLToPath(import.meta.url));
}
