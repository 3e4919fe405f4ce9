import type { MarkedText } from "@/lib/shared/search";
import { markTerms, type SearchTerm } from "./search-terms.ts";

/** UTF-16 code units of an excerpt, and of what stands in it before its first mark. */
const excerptLength = 220;
const leadLength = 50;

/** Where a cut near `place` parts no word, if one begins within a word's length of it. */
function wordStart(text: string, place: number): number {
  if (place === 0) return 0;
  const space = text.slice(place, place + leadLength / 2).search(/\s/u);
  return space < 0 ? place : place + space + 1;
}

/** What Markdown puts around words, and where a line begins: in an excerpt it says nothing. */
const markup = /\*\*|`+|^#{1,6} +|^ *(?:[-*+]|\d+\.) +/gm;

/** The words of a model's answer without the signs of its Markdown. */
export const withoutMarkup = (text: string): string => text.replace(markup, "");

/** The text with its terms marked. */
export function marked(text: string, terms: readonly SearchTerm[]): MarkedText {
  return { text, marks: markTerms(text, terms) };
}

/** The part of a text around the first of its terms, with the terms in it marked; its beginning where it has none. */
export function excerpt(text: string, terms: readonly SearchTerm[]): MarkedText {
  const marks = markTerms(text, terms);
  const first = marks[0]?.[0] ?? 0;
  const start = Math.min(first, wordStart(text, Math.max(0, first - leadLength)));
  const end = start + excerptLength;
  const lead = start > 0 ? "…" : "";
  const move = lead.length - start;
  return {
    text: `${lead}${text.slice(start, end)}${end < text.length ? "…" : ""}`.toWellFormed(),
    marks: marks
      .filter(([from]) => from < end)
      .map(([from, to]) => [from + move, Math.min(to, end) + move]),
  };
}
