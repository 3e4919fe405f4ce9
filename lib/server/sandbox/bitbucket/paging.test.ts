import { expect, test } from "vitest";
import { paginate } from "./paging";

const items = Array.from({ length: 23 }, (_, index) => index + 1);
const address = "https://api.example/2.0/things";

test("ten by default, with the next page's address", () => {
  expect(paginate(items, { address })).toEqual({
    values: items.slice(0, 10),
    page: 1,
    pagelen: 10,
    size: 23,
    next: `${address}?pagelen=10&page=2`,
  });
});

test("the last page has no next one", () => {
  expect(paginate(items, { address, page: 3 })).toMatchObject({
    values: [21, 22, 23],
    previous: `${address}?pagelen=10&page=2`,
  });
  expect(paginate(items, { address, page: 3 })).not.toHaveProperty("next");
  expect(paginate(items, { address, pagelen: 23 })).not.toHaveProperty("next");
});

test("a page behind the last is empty", () => {
  expect(paginate(items, { address, page: 9 }).values).toEqual([]);
});

test("the filter travels along, escaped", () => {
  const { next } = paginate(items, { address, q: 'name ~ "a&b"', state: "OPEN" });
  expect(new URL(next ?? "").searchParams.get("q")).toBe('name ~ "a&b"');
  expect(new URL(next ?? "").searchParams.get("state")).toBe("OPEN");
});
