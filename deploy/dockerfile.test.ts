import { existsSync, globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { nodeOptions } from "../scripts/node-options";
import { settingNames } from "./setting-names";

/** Instructions of the Dockerfile with their words, continued lines joined, in their order. */
const instructions = readFileSync("Dockerfile", "utf8")
  .replaceAll("\\\n", " ")
  .split("\n")
  .filter((line) => line.trim() && !line.startsWith("#"))
  .map((line) => {
    const [, name = "", rest = ""] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
    return { name, rest };
  });

const of = (name: string) =>
  instructions.filter((one) => one.name === name).map(({ rest }) => rest);
/** Where an instruction stands for the last time. */
const place = (name: string) => instructions.findLastIndex((one) => one.name === name);

const ignored = readFileSync(".dockerignore", "utf8").split("\n").filter(Boolean);

test("builds on the very Node that the project brings along, and ships on nothing", () => {
  const { devDependencies } = z
    .object({ devDependencies: z.object({ node: z.string() }) })
    .parse(JSON.parse(readFileSync("package.json", "utf8")));
  expect(of("FROM")).toEqual([`node:${devDependencies.node}-bookworm-slim AS build`, "scratch"]);
});

test("an ordinary user runs it, by number, without a shell", () => {
  expect(of("USER")).toEqual(["65532:65532"]);
  expect(place("USER")).toBeGreaterThan(place("FROM"));
  expect(place("USER")).toBeLessThan(place("ENTRYPOINT"));
  const commands = [
    ...of("ENTRYPOINT"),
    ...of("HEALTHCHECK").map((rest) => rest.replace(/.*CMD /, "")),
  ];
  for (const command of commands) {
    const [program, ...rest] = z.array(z.string()).parse(JSON.parse(command));
    expect(program).toBe("/usr/local/bin/node");
    const script = rest.pop() ?? "";
    expect(rest).toEqual(script.endsWith("entry.mjs") ? nodeOptions : []);
    expect(existsSync(script.replace("/branchline/", "scripts/"))).toBe(true);
  }
  expect(commands).toHaveLength(2);
});

test("no setting but the port and the folder is part of it, and nothing is fetched past the lockfile", () => {
  const set = of("ENV").flatMap((rest) => Array.from(rest.matchAll(/(\w+)=/g), ([, name]) => name));
  expect(set).toEqual(["NODE_ENV", "PORT", "DATA_DIR"]);
  expect(settingNames).toEqual(expect.arrayContaining(["PORT", "DATA_DIR"]));
  expect([...of("ARG"), ...of("ADD")]).toEqual([]);
  expect(of("RUN").join("\n")).not.toMatch(/curl|wget|apt|https?:/);
});

test("what the build gets to see is named, and is all it needs", () => {
  expect(ignored.filter((line) => !line.startsWith("#")).at(0)).toBe("*");
  const seen = ignored.filter((line) => line.startsWith("!")).map((line) => line.slice(1));
  for (const name of seen) expect(existsSync(name), name).toBe(true);
  const build = readFileSync("scripts/build.mjs", "utf8");
  const sources = /const sources = \[([^\]]*)\]/.exec(build)?.[1]?.match(/[\w./-]+/g) ?? [];
  expect(sources.length).toBeGreaterThan(5);
  expect(sources.filter((source) => !seen.includes(source.split("/")[0] ?? ""))).toEqual([]);
  expect(ignored).toEqual(expect.arrayContaining(["**/.env*", "**/*.test.ts", "**/testing"]));
  const files = globSync("{app,components,lib,pages}/**/*.{ts,tsx}").filter(
    (file) => !/\.test\.tsx?$|\/testing\//.test(file),
  );
  const outside = files.filter((file) =>
    /from "[^"]*\/(tests|testing)\//.test(readFileSync(file, "utf8")),
  );
  expect(outside).toEqual([]);
});
