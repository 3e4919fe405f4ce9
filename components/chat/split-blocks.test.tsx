import { renderToStaticMarkup } from "react-dom/server";
import ReactMarkdown from "react-markdown";
import remarkGfm from "remark-gfm";
import { describe, expect, it } from "vitest";
import { splitBlocks } from "./split-blocks";

const samples: Record<string, { markdown: string; blocks: number }> = {
  paragraphs: { markdown: "One\nline\n\nTwo\n\n\n\nThree\n", blocks: 3 },
  headings: { markdown: "# A\n\nText\n\n## B\nText\n\nTitle\n===", blocks: 4 },
  "a loose list": {
    markdown: "Before\n\n- one\n\n- two\n\n  more of two\n\n- three\n\nAfter",
    blocks: 3,
  },
  "a numbered list with code": {
    markdown: "1. one\n\n   ```sh\n   a\n\n   b\n   ```\n\n2. two\n\nAfter",
    blocks: 2,
  },
  "a fence with blank lines": { markdown: "Look:\n\n```ts\na\n\n\nb\n```\n\nAfter", blocks: 3 },
  "a fence in a fence": { markdown: "````md\n```\n\nx\n```\n\n````\n\nAfter", blocks: 2 },
  "a fence that is not closed yet": {
    markdown: "Look:\n\n```ts\nconst a = 1;\n\n# no heading",
    blocks: 2,
  },
  tildes: { markdown: "~~~\n```\n\n~~~\n\nAfter", blocks: 2 },
  "a table": { markdown: "| a | b |\n| - | - |\n| 1 | 2 |\n\nAfter", blocks: 2 },
  quotes: { markdown: "> one\n> two\n\n> three\n\nAfter", blocks: 3 },
  "indented code": { markdown: "Look:\n\n    one\n\n    two\n\nAfter", blocks: 2 },
  "a comment": { markdown: "<!-- one\n\ntwo -->\n\nAfter", blocks: 1 },
  "a definition far away": {
    markdown: "See [docs][d].\n\nMore\n\n[d]: https://example.com",
    blocks: 1,
  },
  "a footnote": { markdown: "True[^1].\n\nMore\n\n[^1]: Really.", blocks: 1 },
  "Windows lines": { markdown: "One\r\n\r\nTwo", blocks: 2 },
  "leading blank lines": { markdown: "\n\n  \nOne\n\nTwo", blocks: 2 },
  "nothing but blanks": { markdown: "\n \n", blocks: 0 },
};

const render = (markdown: string) =>
  renderToStaticMarkup(<ReactMarkdown remarkPlugins={[remarkGfm]}>{markdown}</ReactMarkdown>);
const withoutSpace = (html: string) => html.replaceAll(/>\s+/g, ">");

describe("splitBlocks", () => {
  for (const [name, { markdown, blocks }] of Object.entries(samples)) {
    it(`cuts ${name} into ${blocks}, meaning the same`, () => {
      const pieces = splitBlocks(markdown);
      expect(pieces.map(({ text }) => text)).toHaveLength(blocks);
      const apart = pieces.map(({ text }) => render(text)).join("");
      expect(withoutSpace(apart)).toBe(withoutSpace(render(markdown)));
    });
  }

  it("leaves all but the last two pieces as they were while text is added", () => {
    const whole = Object.entries(samples)
      .filter(([name, { blocks }]) => blocks > 1 && !name.includes("not closed"))
      .map(([, { markdown }]) => markdown)
      .join("\n\n");
    let before = splitBlocks("");
    for (let length = 0; length <= whole.length; length += 1) {
      const after = splitBlocks(whole.slice(0, length));
      const settled = before.slice(0, -2);
      expect(after.slice(0, settled.length)).toEqual(settled);
      before = after;
    }
  });

  it("says where each piece starts", () => {
    const markdown = "One\n\n```\n\n```\n\nTwo";
    for (const { start, text } of splitBlocks(markdown)) {
      expect(markdown.slice(start, start + text.length)).toBe(text);
    }
  });
});
