import { badRequest } from "../provider-error";
import { parseQuery, type Query } from "./parse";

type Selection = { q?: string | undefined; sort?: string | undefined };

/**
 * Filters and sorts rendered items as Bitbucket does: `q` in its query language, `sort` a field name with `-`
 * in front for descending. Both may use dotted names (`project.key`). A name no item has is a 400.
 */
export function select<Item extends object>(
  items: readonly Item[],
  { q, sort }: Selection,
): Item[] {
  const query = q?.trim() ? parseQuery(q) : undefined;
  const kept = query ? items.filter((item) => matches(item, query, items)) : [...items];
  if (!sort) return kept;
  const field = sort.replace(/^-/, "").split(".");
  requireField(items, field, "sort");
  const direction = sort.startsWith("-") ? -1 : 1;
  return kept.sort((left, right) => direction * order(read(left, field), read(right, field)));
}

function matches(item: object, query: Query, items: readonly object[]): boolean {
  switch (query.type) {
    case "and":
      return matches(item, query.left, items) && matches(item, query.right, items);
    case "or":
      return matches(item, query.left, items) || matches(item, query.right, items);
    case "comparison":
      requireField(items, query.field, "q");
      return compare(read(item, query.field), query);
  }
}

function compare(actual: unknown, query: Extract<Query, { type: "comparison" }>): boolean {
  const { value } = query;
  switch (query.operator) {
    case "=":
      return (actual ?? null) === value;
    case "!=":
      return (actual ?? null) !== value;
    case "~":
      return contains(actual, value);
    case "!~":
      return !contains(actual, value);
    case ">":
      return sameKind(actual, value) && order(actual, value) > 0;
    case ">=":
      return sameKind(actual, value) && order(actual, value) >= 0;
    case "<":
      return sameKind(actual, value) && order(actual, value) < 0;
    case "<=":
      return sameKind(actual, value) && order(actual, value) <= 0;
  }
}

function contains(actual: unknown, value: unknown): boolean {
  return String(actual ?? "")
    .toLowerCase()
    .includes(String(value).toLowerCase());
}

function sameKind(left: unknown, right: unknown): boolean {
  return typeof left === typeof right;
}

function order(left: unknown, right: unknown): number {
  if (typeof left === "number" && typeof right === "number") return left - right;
  return String(left ?? "").localeCompare(String(right ?? ""));
}

function read(item: unknown, field: readonly string[]): unknown {
  let value = item;
  for (const name of field) {
    if (value === null) return null;
    if (typeof value !== "object" || !Object.hasOwn(value, name)) return undefined;
    value = Reflect.get(value, name);
  }
  return value;
}

function requireField(items: readonly object[], field: readonly string[], key: string): void {
  if (items.length === 0 || items.some((item) => read(item, field) !== undefined)) return;
  throw badRequest(`Invalid field name: ${field.join(".")}`, { key });
}
