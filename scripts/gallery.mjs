import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gallery } from "../tests/browser/looks/gallery.ts";
import { ownEnvironment, root } from "./bootstrap.mjs";
import { ensureBuilt } from "./build.mjs";

const folder = join(root, "docs", "gallery");
const views = { wide: "1280 px, light", phone: "390 px, dark" };

function picturesOf([state, words]) {
  const pictures = Object.entries(views)
    .map(([view, size]) => ({ file: `${state}-${view}.png`, size }))
    .filter(({ file }) => existsSync(join(folder, file)))
    .map(({ file, size }) => `![${words} (${size})](${file})`);
  return [`### ${words}`, ...pictures].join("\n\n");
}

/** Takes the pictures of the documentation, and writes the page that shows them. */
ensureBuilt();
mkdirSync(folder, { recursive: true });
const { status } = spawnSync("playwright", ["test", "--grep", "@gallery"], {
  cwd: root,
  stdio: "inherit",
  env: { ...ownEnvironment(), GALLERY: "1" },
  shell: process.platform === "win32",
});
const chapters = Object.entries(gallery).map(([chapter, states]) =>
  [`## ${chapter}`, ...Object.entries(states).map(picturesOf)].join("\n\n"),
);
const introduction =
  "Taken by the browser tests, on the embedded services, at 1280 px in light and at 390 px in dark colours. `npm run gallery` takes them again and writes this page.";
const page = ["# Every state in pictures", introduction, ...chapters].join("\n\n");
writeFileSync(join(folder, "README.md"), `${page}\n`);
process.exit(status ?? 1);
