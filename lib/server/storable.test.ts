import { describe, expect, test } from "vitest";
import { shallowJson, storableJson, storableText } from "./storable.ts";

const roundTrip = (value: unknown) => JSON.parse(storableJson(value));

test.each([
  ["U+0000", "a\0b", "a\uFFFDb"],
  ["the first half of a character", "a\uD83D", "a\uFFFD"],
  ["the second half of a character", "\uDE00b", "\uFFFDb"],
])("replaces %s", (_name, text, kept) => {
  expect(storableText(text)).toBe(kept);
  expect(roundTrip({ [text]: [text] })).toEqual({ [kept]: [kept] });
});

test.each(["😀", "\\u0000", "\\\\u0000", "\\ud83d", '"quoted"', "line\nline"])(
  "leaves %j as it is",
  (text) => {
    expect(storableText(text)).toBe(text);
    expect(roundTrip([text])).toEqual([text]);
  },
);

test("replaces what follows a backslash of the text's own", () => {
  expect(roundTrip("\\\0\0")).toBe("\\\uFFFD\uFFFD");
});

describe("what is nested too deeply", () => {
  const nested = (depth: number, inner = "1") => `${"[".repeat(depth)}${inner}${"]".repeat(depth)}`;

  test("is cut, whatever stands around it", () => {
    const json = `{"a":${nested(1_000)},"b":[${nested(100_000, '{"c":"]"}')},2],"d":"[[["}`;
    const cut = JSON.parse(shallowJson(json));
    expect(cut).toMatchObject({ b: [expect.anything(), 2], d: "[[[" });
    expect(shallowJson(json)).toContain("[nested too deeply]");
    expect(JSON.parse(shallowJson(nested(1_000_000)))).toBeInstanceOf(Array);
  });

  test.each([
    nested(200),
    '{"a":"\\"[","b":"\\\\","c":["]"]}',
    '"[\\\\\\"["',
    JSON.stringify(Array.from({ length: 1_000 }, () => [[], {}])),
    "",
    "[",
    "not JSON",
    '"open',
  ])("is not found in %.40j", (json) => {
    expect(shallowJson(json)).toBe(json);
  });

  test("that never ends is no JSON afterwards either", () => {
    expect(() => JSON.parse(shallowJson("[".repeat(1_000)))).toThrow();
  });
});
