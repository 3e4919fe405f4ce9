import { expect, test } from "vitest";
import { pagePolicy } from "./content-security-policy.ts";

test("a page loads and runs what is ours, and nothing unsafe", () => {
  const policy = pagePolicy("abc", false);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self' 'nonce-abc';");
  expect(policy).not.toMatch(/unsafe|\*|https?:|data:|blob:|strict-dynamic/);
});

test("only the development server's tools get more", () => {
  expect(pagePolicy("abc", true)).toContain("'unsafe-eval'");
});
