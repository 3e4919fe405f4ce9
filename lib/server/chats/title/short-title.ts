import "server-only";

/** The beginning of a text, on one line of at most that many UTF-16 code units. */
export function shortTitle(text: string, length: number): string {
  const line = text.trim().replace(/\s+/g, " ");
  if (line.length <= length) return line;
  return `${line
    .slice(0, length - 1)
    .toWellFormed()
    .replace(/\uFFFD$/, "")
    .trimEnd()}…`;
}
