import { describe, expect, it } from "vitest";
import { textBlocks } from "./text-blocks";

const joined = (text: string, end = text.length) =>
  textBlocks(text, end)
    .map((block) => block.text)
    .join("");

describe("textBlocks", () => {
  it.each([
    ["nothing", ""],
    ["one line", "x".repeat(100_000)],
    ["short lines", "line\n".repeat(50_000)],
    ["lines of all lengths", Array.from({ length: 400 }, (_, i) => "y".repeat(i * 7)).join("\n")],
    ["pairs of surrogates", "a".concat("😀".repeat(40_000))],
  ])("loses and doubles nothing of %s", (_name, text) => {
    expect(joined(text)).toBe(text);
  });

  it("ends blocks at lines, and nowhere in a character", () => {
    const lines = textBlocks("line\n".repeat(50_000), 250_000);
    expect(lines.every((block) => block.text.endsWith("\n"))).toBe(true);
    const pairs = textBlocks("a".concat("😀".repeat(40_000)), 80_001);
    expect(pairs.length).toBeGreaterThan(4);
    expect(pairs.every((block) => block.text.isWellFormed())).toBe(true);
  });

  it("keeps its first blocks when more is wanted", () => {
    const text = "line\n".repeat(50_000);
    const few = textBlocks(text, 100_000);
    expect(textBlocks(text, 200_000).slice(0, few.length - 1)).toEqual(few.slice(0, -1));
  });

  it("goes no further than it is asked to", () => {
    expect(joined("x".repeat(100_000), 40_000)).toHaveLength(40_000);
  });
});
