import { randomBytes } from "node:crypto";
import { mkdtempSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readSecrets, weaknessOf } from "./secrets.ts";

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

test.each([
  "",
  "short",
  "a".repeat(64),
  "ab".repeat(20),
  "correct-horse".repeat(4),
  "abcdefghijklmnopqrstuvwxyz0123456789",
  "0123456789abcdef0123456789abcdef",
  "changeme-changeme-changeme-changeme-1",
  "your-super-long-auth-key-goes-here-2026",
  "aA1!".repeat(9),
  "please replace this with a long one",
])("%j is weak", (secret) => {
  expect(weaknessOf(secret)).toMatch(/^must /);
});

test("what a machine made is not", () => {
  for (let time = 0; time < 2_000; time += 1) {
    expect(weaknessOf(randomBytes(33).toString("base64"))).toBeNull();
    expect(weaknessOf(randomBytes(32).toString("hex"))).toBeNull();
    expect(weaknessOf(randomBytes(24).toString("base64url"))).toBeNull();
  }
});
