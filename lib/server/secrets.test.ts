import { mkdtempSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readSecrets } from "./secrets.ts";

const folder = () => mkdtempSync(join(tmpdir(), "branchline-"));

test("makes secrets once, for their owner only", () => {
  const directory = folder();
  const first = readSecrets(directory);
  expect(readSecrets(directory)).toEqual(first);
  expect(statSync(join(directory, "secrets.json")).mode & 0o777).toBe(0o600);
  expect(new Set(Object.values(first)).size).toBe(3);
  expect(readSecrets(folder())).not.toEqual(first);
});

test.each(["not json", "{}", '{"authSecret":"short"}', ""])(
  "never replaces a damaged file: %j",
  (text) => {
    const directory = folder();
    const path = join(directory, "secrets.json");
    writeFileSync(path, text);
    expect(() => readSecrets(directory)).toThrow(`${path} is damaged`);
    expect(statSync(path).size).toBe(text.length);
  },
);
