import { expect, it } from "vitest";
import { splitLines } from "./visible-line";

it.each([
  ["", [""]],
  ["a", ["a"]],
  ["a\n", ["a"]],
  ["a\r\nb\r\n", ["a", "b"]],
  ["a\n\n", ["a", ""]],
  ["\n", [""]],
])("%j has the lines %j", (text, expected) => {
  expect(splitLines(text)).toEqual(expected);
});
