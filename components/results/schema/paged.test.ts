import { describe, expect, it } from "vitest";
import { z } from "zod";
import { countEntries, pagedSchema } from "./paged";

const numbers = pagedSchema(z.number());

describe("pagedSchema", () => {
  it("keeps what can be read and counts what cannot", () => {
    expect(numbers.parse({ values: [1, "x", 2], size: 9 })).toEqual({
      entries: [1, 2],
      unreadable: 1,
      total: 9,
      hasMore: true,
      hasNextPage: false,
      page: 1,
    });
  });

  it("knows the last page by having none behind it", () => {
    const last = numbers.parse({ values: [21, 22], page: 3, pagelen: 10, size: 22 });
    expect(last).toMatchObject({ page: 3, total: 22, hasMore: false, hasNextPage: false });
  });

  it("knows there is more by the next page", () => {
    expect(numbers.parse({ values: [1], next: "https://…" })).toMatchObject({
      total: undefined,
      hasMore: true,
    });
  });

  it("takes a bare array, and mistrusts a size below what is there", () => {
    expect(numbers.parse([1, 2])).toMatchObject({ entries: [1, 2], hasMore: false });
    expect(numbers.parse({ values: [1, 2], size: 1 })).toMatchObject({ total: undefined });
  });

  it.each([{}, null, "x", { values: "x" }, { values: ["x"] }])("does not parse %j", (value) => {
    expect(numbers.safeParse(value).success).toBe(false);
  });
});

describe("countEntries", () => {
  it("looks into the envelope", () => {
    expect(countEntries({ data: { values: [1, 2], size: 5 } })).toEqual({
      shown: 2,
      total: 5,
      hasMore: true,
    });
    expect(countEntries({ title: "no list" })).toBeUndefined();
  });
});
