import { expect, test } from "vitest";
import { ownPath } from "./own-path.ts";

test.each(["/", "/chat/1", "/connect/1?renew=1"])("keeps our own path %s", (path) => {
  expect(ownPath(path)).toBe(path);
});

test.each([
  undefined,
  "",
  "https://evil.example/",
  "//evil.example/",
  "/\\evil.example/",
  "\\\\evil.example",
  "javascript:alert(1)",
  "/\t/evil.example",
  "@evil.example",
  ".evil.example",
  "/.//evil.example",
  "/x/..//evil.example",
  "/%2e//evil.example",
  "/./\\evil.example",
  "/\\/evil.example",
  "///evil.example",
  "/\n/evil.example",
  "http://[",
  "data:text/html,x",
  " /chat/1",
  "http:evil.example",
])("answers the start page for %j", (path) => {
  expect(ownPath(path)).toBe("/");
});
