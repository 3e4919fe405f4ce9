import { describe, expect, it } from "vitest";
import { english } from "@/lib/language/english";
import { typescriptFile } from "../stories/code";
import { markHidden } from "./code-run";
import { loadGrammars } from "./grammars";
import { loadHighlighter } from "./highlight";
import { languageOf } from "./language-of";
import { visibleLine } from "./visible-line";

describe("languageOf", () => {
  it.each([
    ["src/a.TSX", "typescript"],
    ["Dockerfile", "dockerfile"],
    ["deploy/Makefile", "makefile"],
    ["a/b.test.py", "python"],
    ["README.md", "markdown"],
    ["LICENSE", undefined],
    ["ts", undefined],
    ["a.unheard", undefined],
    [undefined, undefined],
  ])("%s: %s", (path, language) => {
    expect(languageOf(path)).toBe(language);
  });
});

describe("loadHighlighter", () => {
  it("names what it sees, line by line, and leaves out nothing", async () => {
    const highlight = await loadHighlighter("typescript");
    const lines = highlight(typescriptFile.data);
    const text = lines.map((runs) => runs.map((run) => run.text).join("")).join("\n");
    expect(text).toBe(typescriptFile.data);
    expect(lines[0]?.[0]).toEqual({ text: "import", className: "hljs-keyword" });
    expect(lines[3]?.every((run) => run.className?.includes("hljs-comment"))).toBe(true);
  });

  it("keeps colouring a comment over several lines", async () => {
    const [, second] = (await loadHighlighter("css"))("/* one\ntwo */ a { color: red }");
    expect(second?.[0]).toEqual({ text: "two */", className: "hljs-comment" });
  });

  it("has every grammar it promises", async () => {
    for (const path of ["x.html", "x.php", "x.md", "x.sh", "x.rs", "x.toml", "Jenkinsfile"]) {
      const language = languageOf(path);
      expect(language && (await loadGrammars(language)).length).toBeGreaterThan(0);
    }
  });
});

describe("hidden characters", () => {
  it("stand by themselves, wherever the highlighter cuts", () => {
    const line = visibleLine("if\u202e x", english.common.moreCharacters);
    expect(line).toEqual({ text: "if\\u{202E} x", hidden: [[2, 10]] });
    const runs = [{ text: "if\\u", className: "hljs-keyword" }, { text: "{202E} x" }];
    expect(markHidden(runs, line.hidden)).toEqual([
      { text: "if", className: "hljs-keyword", hidden: false },
      { text: "\\u", className: "hljs-keyword", hidden: true },
      { text: "{202E}", className: undefined, hidden: true },
      { text: " x", className: undefined, hidden: false },
    ]);
  });

  it("side by side leave nothing between them", () => {
    const { text, hidden } = visibleLine("a\u200b\u200b", english.common.moreCharacters);
    expect(markHidden([{ text }], hidden).map((run) => run.text)).toEqual([
      "a",
      "\\u{200B}",
      "\\u{200B}",
    ]);
  });

  it("written out by somebody are text like any other", () => {
    expect(visibleLine("\\u{202E}", english.common.moreCharacters).hidden).toEqual([]);
  });
});
