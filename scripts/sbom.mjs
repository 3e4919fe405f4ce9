import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { root } from "./bootstrap.mjs";

/**
 * Writes the list of everything this project is made of, as CycloneDX: `npm run sbom [-- file]`. Read from the lockfile alone,
 * so it needs nothing installed; what only the tests and the build use is marked as such.
 */
const file = resolve(process.argv[2] ?? join(root, "sbom.cdx.json"));
const { status, stdout } = spawnSync(
  "npm",
  ["sbom", "--sbom-format", "cyclonedx", "--sbom-type", "application", "--package-lock-only"],
  {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    stdio: ["ignore", "pipe", "inherit"],
    shell: process.platform === "win32",
  },
);
if (status !== 0) {
  console.error("npm could not list the packages. It takes npm 9.5 or newer.");
  process.exit(1);
}

const list = JSON.parse(stdout);
// npm calls a project by the name of its folder.
const { name } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
list.metadata.component.name = name;
writeFileSync(file, `${JSON.stringify(list, null, 2)}\n`);
console.log(`${list.components.length} packages are listed in ${file}`);
