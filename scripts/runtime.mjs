import { cpSync, rmSync } from "node:fs";
import { join, sep } from "node:path";
import { root } from "./bootstrap.mjs";

/** What a start runs: the server with everything it reads, and nothing else of this folder. */
export const runtime = join(root, ".next", "runtime");

const standalone = join(root, ".next", "standalone");

/** Of what Next traced; anything that is not named here stays out, whatever lay in the folder of the build. */
const kept = [
  "server.js",
  "package.json",
  ".next",
  "node_modules",
  "lib/server/database/migrations",
];

const unread = [
  // Types, source maps, and what the build has noted of files that belong together.
  /\.d\.[cm]?ts$/,
  /\.map$/,
  /\.nft\.json$/,
  // Next's image service is switched off, and its pictures with text are drawn without it.
  /^node_modules\/(sharp|@img)(\/|$)/,
  // What new migrations are made from.
  /^lib\/server\/database\/migrations\/meta\/\d+_snapshot\.json$/,
  // Measures of fonts, which a build makes other fonts fit with.
  /^node_modules\/next\/dist\/server\/(font-utils\.js|capsize-font-metrics\.json)$/,
  // Extensions of the embedded database, none of which is loaded.
  /^node_modules\/@electric-sql\/pglite\/dist\/.*\.tar\.gz$/,
];

function copy(from, to, name) {
  cpSync(join(from, name), join(to, name), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => {
      const file = path.slice(from.length + 1).replaceAll(sep, "/");
      return !unread.some((pattern) => pattern.test(file));
    },
  });
}

/** Puts together what `next build` has left, and takes away its own copy, which holds more. */
export function assembleRuntime() {
  rmSync(runtime, { recursive: true, force: true });
  for (const name of kept) copy(standalone, runtime, name);
  copy(root, runtime, ".next/static");
  copy(root, runtime, "public");
  for (const name of ["entry.mjs", "health.mjs"]) copy(join(root, "scripts"), runtime, name);
  rmSync(standalone, { recursive: true });
}
