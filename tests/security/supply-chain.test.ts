import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { reportRow } from "./report";
import { impurities, nameOf, packagesOf, readJson, readLockfile } from "./supply-chain.lockfile";
import { compareVersions } from "./supply-chain.versions";

let cases = 0;
let gotThrough = 0;
afterAll(() => {
  const title = "Packages below their floor or from elsewhere, unguarded server actions";
  reportRow({ row: 16, title, cases, gotThrough });
});

function expectNone(found: readonly string[], tried: number): void {
  cases += tried;
  gotThrough += found.length;
  expect(found).toEqual([]);
}

/** Packages that run code of their own when they are installed, and why they have to. */
const installScripts = new Set([
  // Puts the Node for this machine in place.
  "node",
  // Puts the native program for this machine in place; for tests and drizzle-kit.
  "esbuild",
]);

const floorsSchema = z.record(z.string(), z.object({ floor: z.string(), reason: z.string() }));

describe("versions", () => {
  test.each([
    ["1.2.3", "1.2.3", 0],
    ["1.2.10", "1.2.9", 1],
    ["16.2.5", "16.2.6", -1],
    ["5.0.0-beta.32", "5.0.0-beta.4", 1],
    ["5.0.0-beta.31", "5.0.0-beta.32", -1],
    ["5.0.0", "5.0.0-beta.32", 1],
    ["5.0.0-alpha.99", "5.0.0-beta.1", -1],
    ["5.0.0-beta.1.1", "5.0.0-beta.1", 1],
  ])("%s and %s", (left, right, order) => {
    expect(Math.sign(compareVersions(left, right))).toBe(order);
  });

  test("nothing installed is below its floor, also not as somebody else's dependency", () => {
    const floors = Object.entries(floorsSchema.parse(readJson("security-floors.json")));
    const packages = packagesOf(readLockfile());
    const below = floors.flatMap(([name, { floor }]) => {
      const copies = packages.filter((entry) => nameOf(entry) === name);
      if (copies.length === 0) return [`${name} is not installed`];
      return copies
        .filter(({ version }) => compareVersions(version, floor) < 0)
        .map(({ path, version }) => `${path} ${version} < ${floor}`);
    });
    expectNone(below, floors.length);
    for (const [name, { reason }] of floors) expect(reason.length, name).toBeGreaterThan(20);
  });
});

describe("the lockfile", () => {
  test("has exact versions from the registry alone, each held to its content by a hash", () => {
    const lockfile = readLockfile();
    expectNone(impurities(lockfile), packagesOf(lockfile).length);
    const exact = lockfile.packages[""];
    const loose = [
      ...Object.values(exact?.dependencies ?? {}),
      ...Object.values(exact?.devDependencies ?? {}),
    ];
    expect(loose.filter((range) => !/^\d/.test(range))).toEqual([]);
  });

  const good = { version: "1.0.0", integrity: `sha512-${"A".repeat(86)}==` };
  test.each([
    ["git", { ...good, resolved: "git+ssh://git@github.com/a/b.git#1" }],
    ["an address", { ...good, resolved: "https://evil.example/b.tgz" }],
    ["plain http", { ...good, resolved: "http://registry.npmjs.org/b.tgz" }],
    ["a folder", { ...good, link: true }],
    ["another name", { ...good, name: "c" }],
    ["no hash", { version: "1.0.0" }],
    ["a weak hash", { version: "1.0.0", integrity: "sha1-AAAA" }],
    ["a version that is an address", { ...good, version: "file:../b" }],
    ["wishes of its own", { ...good, dependencies: { c: "github:a/c" } }],
    ["an alias", { ...good, dependencies: { c: "npm:d@1" } }],
  ])("one with %s is found", (_name, entry) => {
    const lockfile = readLockfile();
    const empty = {
      dependencies: {},
      devDependencies: {},
      optionalDependencies: {},
      peerDependencies: {},
    };
    const whole = { link: false, hasInstallScript: false, ...empty, ...entry };
    expect(impurities({ ...lockfile, packages: { "node_modules/b": whole } })).toHaveLength(1);
  });

  test("runs code at installation for the packages that have to, and no others", () => {
    const running = packagesOf(readLockfile()).filter((entry) => entry.hasInstallScript);
    const unknown = running.map(nameOf).filter((name) => !installScripts.has(name));
    expectNone(unknown, running.length);
  });
});

describe("server actions", () => {
  const manifestSchema = z.object({
    node: z.record(z.string(), z.unknown()),
    edge: z.record(z.string(), z.unknown()),
  });

  test("there is none: everything that can be called is a route handler behind its guard", () => {
    const manifest = manifestSchema.parse(readJson(".next/server/server-reference-manifest.json"));
    const exported = [...Object.keys(manifest.node), ...Object.keys(manifest.edge)];
    const sources = ["app", "components", "lib"].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => join(folder, name)),
    );
    const declared = sources.filter((file) =>
      /^\s*["']use server["']/m.test(readFileSync(file, "utf8")),
    );
    expectNone([...exported, ...declared], sources.length);
  });
});

test("the list of all packages can be made of a clean checkout", () => {
  const checkout = mkdtempSync(join(tmpdir(), "branchline-checkout-"));
  mkdirSync(join(checkout, "scripts"));
  for (const file of [
    "package.json",
    "package-lock.json",
    ".npmrc",
    "scripts/sbom.mjs",
    "scripts/bootstrap.mjs",
  ])
    cpSync(file, join(checkout, file));
  const file = join(checkout, "list.json");
  execFileSync("npm", ["run", "--silent", "sbom", "--", file], { cwd: checkout });
  const listSchema = z.object({
    bomFormat: z.literal("CycloneDX"),
    metadata: z.object({
      component: z.object({ name: z.literal("branchline"), type: z.literal("application") }),
    }),
    components: z.array(
      z.object({
        name: z.string(),
        version: z.string(),
        purl: z.string().startsWith("pkg:npm/"),
        hashes: z.array(z.object({ alg: z.literal("SHA-512") })).min(1),
      }),
    ),
  });
  const { components } = listSchema.parse(readJson(file));
  const listed = new Set(components.map(({ name, version }) => `${name}@${version}`));
  const packages = packagesOf(readLockfile());
  const missing = packages
    .map((entry) => `${nameOf(entry)}@${entry.version}`)
    .filter((one) => !listed.has(one));
  expectNone(missing, packages.length);
});
