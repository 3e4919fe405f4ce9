import { wordsOf } from "./words.ts";

/** Words that have to follow each other; of the last of them its beginning is enough. */
export type SearchTerm = readonly string[];

/** More words than this narrow nothing down. */
const wordLimit = 16;

/** What a person typed, as terms that all have to occur: `acme/api login` is the two words of a path, and another one. */
export function searchTerms(typed: string): SearchTerm[] {
  let room = wordLimit;
  return typed.split(/\s+/u).flatMap((chunk) => {
    const term = wordsOf(chunk)
      .map(({ word }) => word)
      .slice(0, room);
    room -= term.length;
    return term.length > 0 ? [term] : [];
  });
}

/** Where a text has any of the terms, in order and apart from each other: from and to, in UTF-16 code units. */
export function markTerms(
  text: string,
  terms: readonly SearchTerm[],
): [from: number, to: number][] {
  const words = wordsOf(text);
  const hasAt = (term: SearchTerm, place: number) =>
    term.every((wanted, offset) => {
      const found = words[place + offset]?.word;
      return offset === term.length - 1 ? found?.startsWith(wanted) : found === wanted;
    });
  const marks: [number, number][] = [];
  for (const [place, { start }] of words.entries()) {
    const lengths = terms.filter((term) => hasAt(term, place)).map((term) => term.length);
    const end = words[place + Math.max(0, ...lengths) - 1]?.end;
    const last = marks.at(-1);
    if (lengths.length === 0 || end === undefined) continue;
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  }
  return marks;
}
