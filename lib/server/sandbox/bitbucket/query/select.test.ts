import { expect, test } from "vitest";
import { select } from "./select";

const items = [
  {
    name: "api",
    size: 3,
    private: true,
    project: { key: "PLAT" },
    owner: null,
    at: "2026-11-01T10:00:00+00:00",
  },
  {
    name: 'Web "shop"',
    size: 10,
    private: false,
    project: { key: "APP" },
    owner: { nickname: "jane" },
    at: "2026-11-20T10:00:00+00:00",
  },
  {
    name: "mobile",
    size: 5,
    private: true,
    project: { key: "APP" },
    owner: null,
    at: "2026-10-05T10:00:00+00:00",
  },
];

test.each([
  ['name = "api"', ["api"]],
  ['name != "api" AND private = true', ["mobile"]],
  ['name ~ "O" and project.key="APP"', ['Web "shop"', "mobile"]],
  ['name !~ "o"', ["api"]],
  ['name = "Web \\"shop\\""', ['Web "shop"']],
  ["size > 4 AND size <= 10", ['Web "shop"', "mobile"]],
  ["size < 4 OR private = false", ["api", 'Web "shop"']],
  ['(name = "api" OR name = "mobile") AND project.key = "APP"', ["mobile"]],
  ['name = "api" OR name = "mobile" AND project.key = "APP"', ["api", "mobile"]],
  ["owner = null", ["api", "mobile"]],
  ['owner.nickname = "jane"', ['Web "shop"']],
  ["at >= 2026-11-01", ["api", 'Web "shop"']],
  ['at > "2026-11-10"', ['Web "shop"']],
  ["  ", ["api", 'Web "shop"', "mobile"]],
])("%s", (q, expected) => {
  expect(select(items, { q }).map(({ name }) => name)).toEqual(expected);
});

test.each([
  "name",
  "name =",
  "name = api",
  'name = "open',
  '"api" = name',
  '(name = "api"',
  'name = "api")',
  'name = "api" name = "web"',
  "= 3",
  'name == "api"',
  'nope = "x"',
  'name.nope = "x"',
  '__proto__ = "x"',
  'constructor.name = "Object"',
])("refuses %s", (q) => {
  expect(() => select(items, { q })).toThrow(/^Invalid (query|field)/);
});

test("sorts by numbers and texts, both ways", () => {
  const names = (sort: string) => select(items, { sort }).map(({ name }) => name);
  expect(names("size")).toEqual(["api", "mobile", 'Web "shop"']);
  expect(names("-at")).toEqual(['Web "shop"', "api", "mobile"]);
  expect(names("-project.key")[0]).toBe("api");
  expect(() => names("nope")).toThrow("Invalid field name: nope");
});

test("an empty list has no wrong fields", () => {
  expect(select([], { q: 'anything = "x"', sort: "whatever" })).toEqual([]);
});
