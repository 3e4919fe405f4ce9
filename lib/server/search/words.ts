/** A word of a text: as it is looked for, and where it stands, in UTF-16 code units. */
type Word = { word: string; start: number; end: number };

/** Scripts that put no space between words: each of their characters is looked for as a word. */
const unspaced =
  "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]";

const wordPattern = new RegExp(`${unspaced}\\p{M}*|(?:(?!${unspaced})[\\p{L}\\p{N}\\p{M}])+`, "gu");

/** Of a longer word its beginning is looked for; the database refuses lexemes of 2 kB. */
const wordLength = 64;

/** The word without case, accents and variants of letters. What is left is letters and digits only. */
function plainWord(word: string): string {
  return word
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "")
    .slice(0, wordLength)
    .toWellFormed();
}

/**
 * The words of a text, in order. Whatever is neither letter nor digit parts them, so that `feature/login` is found by either of
 * its words. Both sides of a search have to be read by this one function; the database's own parsers differ by its locale.
 */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(wordPattern)].flatMap(({ 0: found, index }) => {
    const word = plainWord(found);
    return word === "" ? [] : [{ word, start: index, end: index + found.length }];
  });
}
