import { expect, test } from "vitest";
import { fitResult } from "./fit-result.ts";

test("leaves a small result as it is, without addresses", () => {
  const result = {
    name: "main",
    links: { html: { href: "https://bitbucket.org/acme" } },
    target: { hash: "ab", links: {} },
  };
  expect(fitResult(result, 1_000)).toEqual({ name: "main", target: { hash: "ab" } });
});

test("keeps a page's numbers and as many entries from its front as fit", () => {
  const values = Array.from({ length: 50 }, (_, id) => ({ id, title: "x".repeat(90) }));
  const fitted = fitResult({ values, size: 50, page: 1, pagelen: 50 }, 2_000) as {
    values: { id: number }[];
  };
  expect(JSON.stringify(fitted).length).toBeLessThanOrEqual(2_000);
  expect(fitted).toMatchObject({
    size: 50,
    page: 1,
    left_out: expect.stringContaining("more of this page"),
  });
  expect(fitted.values.length).toBeGreaterThan(10);
  expect(fitted.values.map((value) => value.id)).toEqual(fitted.values.map((_, index) => index));
});

test("shows the beginning of anything else that is too large, and says so", () => {
  const fitted = fitResult({ data: "y".repeat(5_000) }, 1_000);
  expect(fitted).toMatchObject({ left_out: expect.stringContaining("5011 characters") });
});

test.each([null, undefined, 7, "text", [], [[1]]])("takes %j", (value) => {
  expect(fitResult(value, 100)).toEqual(value);
});
