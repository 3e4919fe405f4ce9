import { revealHiddenCharacters } from "@/lib/shared/hidden-characters";

/** What a spreadsheet takes for the beginning of a formula, also where blanks stand before it. */
const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/**
 * One cell by RFC 4180. Nothing in it is hidden, and nothing in it is a formula: an apostrophe in front makes a spreadsheet
 * take it for text.
 */
function cell(value: string): string {
  const seen = revealHiddenCharacters(value);
  const text = formula.test(seen) ? `'${seen}` : seen;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One line of a table, with its end. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cell).join(",")}\r\n`;
}

/** Tells a spreadsheet that the text is UTF-8. */
export const byteOrderMark = "\uFEFF";
