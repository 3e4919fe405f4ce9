import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { excerpt, withoutMarkup } from "./excerpt.ts";
import { queryOf, vectorOf } from "./lexemes.ts";
import { markTerms, searchTerms } from "./search-terms.ts";
import { wordsOf } from "./words.ts";

const words = (text: string) => wordsOf(text).map(({ word }) => word);
const markedIn = (text: string, typed: string) =>
  markTerms(text, searchTerms(typed)).map(([from, to]) => text.slice(from, to));

describe("words", () => {
  test.each([
    ["feature/login", ["feature", "login"]],
    ["acme/api#12, PR-7_x", ["acme", "api", "12", "pr", "7", "x"]],
    ["Müller ÉCOLE ﬁn", ["muller", "ecole", "fin"]],
    ["修正 of ログ", ["修", "正", "of", "ロ", "ク"]],
    ["--- *** \u200B", []],
  ])("of %s", (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test("stand where they are said to, in any text, and are letters and digits only", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        let position = 0;
        for (const { word, start, end } of wordsOf(text)) {
          expect(start).toBeGreaterThanOrEqual(position);
          expect(end).toBeGreaterThan(start);
          expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
          position = end;
        }
        expect(position).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe("terms", () => {
  test("are the words of each thing typed; of too many the first", () => {
    expect(searchTerms(" acme/api  log ")).toEqual([["acme", "api"], ["log"]]);
    expect(searchTerms("? ! /")).toEqual([]);
    expect(searchTerms("a ".repeat(100))).toHaveLength(16);
  });

  test.each([
    ["Merged feature/login into main", "feature/log", ["feature/login"]],
    ["Merged feature/login into main", "login merg", ["Merged", "login"]],
    ["features and feature logs", "feature/log", ["feature logs"]],
    ["Straße MÜLLER", "mull", ["MÜLLER"]],
    ["api acme", "acme/api", []],
    ["aa aa aa b", "aa/aa a", ["aa aa aa"]],
  ])("are marked: in %s, %s", (text, typed, expected) => {
    const marks = markedIn(text, typed);
    expect(marks).toEqual(expected);
  });
});

describe("an excerpt", () => {
  const long = `${"word ".repeat(500)}needle ${"after ".repeat(500)}`;

  test("has the place that was looked for, whole words around it, and says that there is more", () => {
    const { text, marks } = excerpt(long, searchTerms("needle"));
    expect(text).toMatch(/^…word .*needle after .*…$/);
    expect(text.length).toBeLessThan(250);
    expect(marks.map(([from, to]) => text.slice(from, to))).toEqual(["needle"]);
  });

  test("of an answer has its words without their markup", () => {
    const answer = "# Found\n\n- **Branches**: `fix/login`\n2. a * b, snake_case";
    expect(withoutMarkup(answer)).toBe("Found\n\nBranches: fix/login\na * b, snake_case");
  });

  test("of a short text is all of it", () => {
    expect(excerpt("needle", searchTerms("n"))).toEqual({ text: "needle", marks: [[0, 6]] });
  });

  test("has its marks within its text, in order, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 2_000 }), fc.string(), (text, typed) => {
        const found = excerpt(text, searchTerms(typed));
        let position = 0;
        for (const [from, to] of found.marks) {
          expect(from).toBeGreaterThanOrEqual(position);
          expect(to).toBeGreaterThan(from);
          position = to;
        }
        expect(position).toBeLessThanOrEqual(found.text.length);
      }),
    );
  });
});

test("lexemes are a user's own", () => {
  const id = "0c9d2b1e-0000-4000-8000-000000000000";
  expect(vectorOf(id, "Go, go on")).toBe("'0c9d2b1ego':1,2 '0c9d2b1eon':3");
  expect(queryOf(id, searchTerms("acme/api log"))).toBe(
    "('0c9d2b1eacme' <-> '0c9d2b1eapi':*) & ('0c9d2b1elog':*)",
  );
});
