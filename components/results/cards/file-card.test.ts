import { expect, it } from "vitest";
import { looksBinary } from "./file-card";

it.each([
  ["", false],
  ["plain text\n", false],
  ["Zürich – 日本語 – 👩‍💻", false],
  [`${"x".repeat(100)}\uFFFD`, false],
  ["\u0089PNG\r\n\u001a\n\0", true],
  ["\uFFFD\uFFFD\uFFFDabc", true],
])("%j", (text, expected) => {
  expect(looksBinary(text)).toBe(expected);
});
