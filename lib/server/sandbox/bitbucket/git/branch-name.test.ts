import { expect, test } from "vitest";
import { branchNameProblem } from "./branch-name";

test.each([
  "main",
  "feature/rate-limit",
  "release/1.2",
  "a",
  "ünïcode",
  "x_y.z",
  "1",
  "user@host",
  "a#b",
])("%s is fine", (name) => expect(branchNameProblem(name)).toBeUndefined());

test.each([
  "refs/heads/main",
  "refs/x",
  "HEAD",
  "@",
  "with space",
  "tab\tbed",
  "a..b",
  "a@{b",
  "a~b",
  "a^b",
  "a:b",
  "a?b",
  "a*b",
  "a[b",
  "a\\b",
  "/a",
  "a/",
  "a//b",
  ".a",
  "a/.b",
  "a.",
  "a.lock",
  "a.lock/b",
  "-a",
  "x".repeat(256),
])("%s is not", (name) => expect(branchNameProblem(name)).toEqual(expect.any(String)));
