import { expect, test } from "vitest";
import { canonicalJson } from "./canonical-json.ts";

test("is the same for equal values, whatever the order of their keys", () => {
  const left = { b: 1, a: [{ d: null, c: "x" }] };
  const right = { a: [{ c: "x", d: null }], b: 1 };
  expect(canonicalJson(left)).toBe(canonicalJson(right));
  expect(canonicalJson(left)).toBe('{"a":[{"c":"x","d":null}],"b":1}');
});

test("differs in the order of lists and in every value", () => {
  const texts = [[1, 2], [2, 1], ["1", 2], { 0: 1 }, {}, null].map(canonicalJson);
  expect(new Set(texts).size).toBe(texts.length);
});

test("keeps keys that mean something to objects", () => {
  expect(canonicalJson(JSON.parse('{"__proto__":1,"a":2}'))).toBe('{"__proto__":1,"a":2}');
});
