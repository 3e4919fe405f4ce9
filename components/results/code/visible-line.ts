import { splitHiddenCharacters } from "@/lib/shared/hidden-characters";

const lineLengthLimit = 2_000;

/** A line as a person sees it. */
export type VisibleLine = {
  text: string;
  /** Where in it hidden characters are written out: from, and up to. */
  hidden: readonly (readonly [start: number, end: number])[];
};

/** The lines of a text; a line break at its end starts no further line. */
export function splitLines(text: string): string[] {
  const lines = text.split(/\r?\n/);
  return lines.length > 1 && lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

/**
 * A line with its hidden characters written out, cut where nobody reads any further.
 *
 * @param more says how many characters are left out
 */
export function visibleLine(line: string, more: (characters: number) => string): VisibleLine {
  const hidden: [number, number][] = [];
  let text = "";
  for (const segment of splitHiddenCharacters(line.slice(0, lineLengthLimit))) {
    if (segment.hidden) hidden.push([text.length, text.length + segment.text.length]);
    text += segment.text;
  }
  const rest = line.length - lineLengthLimit;
  if (rest > 0) text += ` … ${more(rest)}`;
  return { text, hidden };
}
