import { expect, test } from "vitest";
import { costOf, parsePrices } from "./prices";

test("what comes from the cache costs what that costs, and only once", () => {
  const price = { input: 2, cachedInput: 0.5, output: 10 };
  const used = { input: 1_000_000, cachedInput: 400_000, output: 100_000 };
  expect(costOf(used, price)).toBeCloseTo(1.2 + 0.2 + 1, 10);
});

test.each(["", "gpt-5", "gpt-5=1/2", "gpt-5=1/2/3,", "gpt-5=a/b/c", "=1/2/3", "a=1/1/1,a=1/1/1"])(
  "%j is no list of prices",
  (list) => {
    expect(parsePrices(list)).toBeNull();
  },
);
