import { describe, expect, it } from "vitest";
import { formulaMark, markMath, mayHaveMath } from "./mark-math";

const span = (formula: string) => `\`${formulaMark}${formula} \``;

describe("what is a formula", () => {
  it.each([
    ["$a^2$ and \\(b_1\\).", `${span("a^2")} and ${span("b_1")}.`],
    ["$$\na+b\n$$", "```math\na+b\n```"],
    ["\\[ x \\]", "```math\nx\n```"],
    ["- one\n  $$x$$", "- one\n  ```math\n  x\n  ```"],
    ["$\\$5$", span("\\$5")],
    ["\\(a`b\\)", `\`\`${formulaMark}a\`b \`\``],
  ])("%j", (text, marked) => {
    expect(mayHaveMath(text)).toBe(true);
    expect(markMath(text)).toBe(marked);
  });
});

describe("what is none", () => {
  it.each([
    "It costs $5 and $6.",
    "From $5 to $10, or US$5 and US$6",
    "`$a$` and ``\\(b\\)``",
    "```sh\necho $HOME $PATH$\n\\[x\\]\n```",
    "~~~\n$$a$$\n~~~",
    "half of $$a + b",
    "half of \\(a + b",
    "\\[a\n\nb\\]",
    "\\\\(a\\\\)",
    "$ a $",
    "\\$a\\$",
  ])("%j stays", (text) => {
    expect(markMath(text)).toBe(text);
  });

  it("is looked for in linear time", () => {
    for (const text of ["$", "\\(", "\\[\n", "$$\n", "`", "```\n", "$a", "$$a"])
      expect(markMath(text.repeat(5_000)).length).toBeGreaterThan(0);
  });
});
