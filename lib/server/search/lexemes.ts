import type { SearchTerm } from "./search-terms.ts";
import { wordsOf } from "./words.ts";

/**
 * What a user's lexemes begin with: with it, one user's search walks through that user's part of the index alone. It need not
 * be unique, because every search asks for the user as well.
 */
const ownersPrefix = (userId: string) => userId.slice(0, 8);

/** Of a longer text its beginning is looked through; the database refuses a vector of 1 MB. In UTF-16 code units. */
const textLimit = 100_000;

/** The words of a user's text with their places, as PostgreSQL reads a `tsvector`. */
export function vectorOf(userId: string, text: string): string {
  const places = new Map<string, number[]>();
  for (const [index, { word }] of wordsOf(text.slice(0, textLimit)).entries()) {
    const known = places.get(word);
    if (known) known.push(index + 1);
    else places.set(word, [index + 1]);
  }
  const prefix = ownersPrefix(userId);
  return [...places].map(([word, at]) => `'${prefix}${word}':${at.join(",")}`).join(" ");
}

/** Terms that all have to occur in a text of the user's, as PostgreSQL reads a `tsquery`. */
export function queryOf(userId: string, terms: readonly SearchTerm[]): string {
  const prefix = ownersPrefix(userId);
  return terms
    .map((term) => {
      const lexemes = term.map((word) => `'${prefix}${word}'`);
      return `(${lexemes.join(" <-> ")}:*)`;
    })
    .join(" & ");
}
