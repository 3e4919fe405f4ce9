import { expect, it } from "vitest";
import { isGenerated } from "./generated-file";

it.each([
  ["package-lock.json", true],
  ["apps/web/yarn.lock", true],
  ["go.sum", true],
  ["Cargo.lock", true],
  ["public/app.min.js", true],
  ["api/v1/service.pb.go", true],
  ["src/__snapshots__/a.test.ts.snap", true],
  ["vendor/github.com/x/y.go", true],
  ["src/package-lock.json.ts", false],
  ["src/lock.ts", false],
  ["distance/readme.md", false],
  ["src/map.ts", false],
])("%s: %s", (path, expected) => {
  expect(isGenerated(path)).toBe(expected);
});
