import { expect, test } from "vitest";
import { storableJson, storableText } from "./storable.ts";

const roundTrip = (value: unknown) => JSON.parse(storableJson(JSON.stringify(value)));

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
