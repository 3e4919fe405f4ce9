import { expect, test } from "vitest";
import { readAddress, requireAddress } from "./email.ts";

test.each([
  ["jane@example.com", "jane@example.com"],
  ["  Jane@Example.COM ", "jane@example.com"],
  ["o'neil+tag@sub.example.co", "o'neil+tag@sub.example.co"],
])("%j is %j", (typed, stored) => {
  expect(readAddress(typed)).toBe(stored);
});

test.each([
  "\u212Aate@example.com",
  "j\u0430ne@example.com",
  "jane@ex\u0430mple.com",
  "\uFF4Aane@example.com",
  "jane\uFF20example.com",
  "jane@example\u3002com",
  "jan\u00E9@example.com",
  "jan\u0065\u0301@example.com",
  "jane\u200B@example.com",
  "\u202Ejane@example.com",
  "jane@\u1E9Eexample.com",
  "\u0130jane@example.com",
  "jane\0@example.com",
  "jane@evil.example,jane@example.com",
  "jane@example.com@evil.example",
  "<jane@example.com>",
  '"jane"@example.com',
  "jane@[127.0.0.1]",
  "jane@localhost",
  "jane",
  "",
  `${"a".repeat(250)}@example.com`,
])("%j is refused", (typed) => {
  expect(readAddress(typed)).toBeNull();
  expect(() => requireAddress(typed)).toThrow("Enter an e-mail address");
});
