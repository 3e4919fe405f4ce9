import { expect, it } from "vitest";
import { formatBytes } from "./format-bytes";

it.each([
  [0, "0 bytes"],
  [512, "512 bytes"],
  [999, "999 bytes"],
  [1_400, "1.4 kB"],
  [999_600, "1.0 MB"],
  [12_300_000, "12 MB"],
  [5e15, "5000 TB"],
])("%d is %s", (bytes, expected) => {
  expect(formatBytes(bytes, "en")).toBe(expected);
});

it("is written as the language writes it", () => {
  expect(formatBytes(512, "de")).toBe("512 Byte");
  expect(formatBytes(1_400, "de")).toBe("1,4 kB");
});
