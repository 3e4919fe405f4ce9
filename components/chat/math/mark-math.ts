/** Marks a code span as a formula. A private-use character: nobody writes it. */
export const formulaMark = "\u{E000}";

/** The language of a fence with a formula. */
export const formulaLanguage = "math";

/** Anything but the end of a paragraph. */
const within = String.raw`(?!\n[ \t]*\n)[\s\S]`;

const source = {
  /** Nothing in code is a formula. Every length is bounded, so that a text is read in linear time. */
  fence: String.raw`^[ \t]*(?<marks>\x60{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t]*\k<marks>[\x60~]*[ \t]*$|(?![\s\S]))`,
  span: String.raw`(?<ticks>\x60+)(?!\x60)[\s\S]{0,4000}?(?<!\x60)\k<ticks>(?!\x60)`,
  /** Alone on its lines. */
  dollars: String.raw`^(?<indent>[ \t]*)\$\$(?<display>(?:(?!\$\$)${within}){1,4000})\$\$[ \t]*$`,
  brackets: String.raw`^(?<inset>[ \t]*)\\\[(?<bracketed>(?:(?!\\\])${within}){1,4000})\\\][ \t]*$`,
  /** Among words. */
  round: String.raw`(?<!\\)\\\((?<round>(?:(?!\\\))${within}){1,4000})\\\)`,
  /** As TeX editors read it: no space inside of the marks, no letter or digit outside. So “$5 and $6” is money. */
  single: String.raw`(?<![\\$\w])\$(?<single>(?![\s$])(?:[^$\n\\]|\\.){1,500}?)(?<!\s)\$(?![\w$])`,
};
const pattern = new RegExp(Object.values(source).join("|"), "gm");

/** Whether a text may have a formula: a quick look, so that nothing is fetched for a text without one. */
export const mayHaveMath = (markdown: string): boolean =>
  /\\[([]|\$\$|\$[^\s$][^$\n]*\$|^\s*(?:`{3,}|~{3,})math\b/m.test(markdown);

function fenceOf(formula: string, indent: string): string {
  const lines = formula.trim().split("\n");
  return [`\`\`\`${formulaLanguage}`, ...lines, "```"].map((line) => indent + line).join("\n");
}

function spanOf(formula: string): string {
  const longest = Math.max(0, ...(formula.match(/`+/g) ?? []).map(({ length }) => length));
  const ticks = "`".repeat(longest + 1);
  return `${ticks}${formulaMark}${formula.trim()} ${ticks}`;
}

/**
 * Markdown in which every formula that has come to its end is code: a fence where it stands alone, a marked span among words. So the
 * rules of Markdown hold around it and none within. What has begun and not ended stays as it is.
 */
export function markMath(markdown: string): string {
  return markdown.replaceAll(pattern, (whole, ...rest) => {
    const groups: Record<string, string | undefined> = rest.at(-1);
    const display = groups.display ?? groups.bracketed;
    if (display !== undefined) return fenceOf(display, groups.indent ?? groups.inset ?? "");
    const inline = groups.round ?? groups.single;
    return inline === undefined ? whole : spanOf(inline);
  });
}
