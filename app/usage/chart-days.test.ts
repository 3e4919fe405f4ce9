import { describe, expect, test } from "vitest";
import { barOf, daysUntil, modelsOf, topOfScale } from "./chart-days";

const row = (day: string, model: string, tokens: number) => ({
  day,
  model,
  input: tokens,
  cachedInput: 0,
  output: 0,
  cost: null,
});

test("days end with today in UTC, whatever the month", () => {
  expect(daysUntil(Date.UTC(2026, 2, 1, 0, 5), 3)).toEqual([
    "2026-02-27",
    "2026-02-28",
    "2026-03-01",
  ]);
});

test("the model that used the most comes first", () => {
  const usage = [row("a", "one", 5), row("a", "two", 6), row("b", "one", 2)];
  expect(modelsOf(usage)).toEqual(["one", "two"]);
});

test.each([
  [0, 1],
  [1, 1],
  [11, 20],
  [50, 50],
  [51, 100],
  [1_234_567, 2_000_000],
])("a scale up to %d ends at %d", (highest, top) => {
  expect(topOfScale(highest)).toBe(top);
});

describe("a bar", () => {
  test("has its pieces on top of each other, and none for nothing", () => {
    const usage = [row("a", "one", 5), row("a", "two", 6), row("a", "none", 0), row("b", "one", 2)];
    expect(barOf(usage, "a", ["one", "none", "two"])).toEqual([
      { model: "one", series: 0, from: 0, to: 5 },
      { model: "two", series: 2, from: 5, to: 11 },
    ]);
  });

  test("of many models gives the last ones one colour", () => {
    const models = ["1", "2", "3", "4", "5", "6", "7"];
    const usage = models.map((model) => row("a", model, 1));
    expect(barOf(usage, "a", models).map(({ series }) => series)).toEqual([0, 1, 2, 3, 4, 4, 4]);
  });
});
