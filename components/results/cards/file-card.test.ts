import { expect, it } from "vitest";
import { looksBinary, readBody } from "./file-card";

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

it("knows a pointer to a large file by its first line, and its size", () => {
  const pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345678\n";
  expect(readBody(pointer)).toEqual({ kind: "large-file", size: 12_345_678 });
  expect(readBody(pointer.replace(/size.*/, ""))).toEqual({ kind: "large-file", size: undefined });
  expect(readBody(`# ${pointer}`).kind).toBe("text");
});
