/** A line of a comparison: on both sides, only before, or only now. */
export type ComparedLine = { kind: "same" | "before" | "now"; text: string };

const contextLines = 3;

const same = (text: string): ComparedLine => ({ kind: "same", text });

/**
 * Compares two texts by their lines: what they begin and end with alike is shown with three lines of it, everything in
 * between is shown whole, as it was and as it is. Nothing that differs is left out.
 */
export function compareLines(before: string, now: string): ComparedLine[] {
  const [old, fresh] = [before.split("\n"), now.split("\n")];
  const shorter = Math.min(old.length, fresh.length);
  let head = 0;
  while (head < shorter && old[head] === fresh[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail) === fresh.at(-1 - tail)) tail += 1;
  return [
    ...old.slice(Math.max(0, head - contextLines), head).map(same),
    ...old.slice(head, old.length - tail).map((text): ComparedLine => ({ kind: "before", text })),
    ...fresh.slice(head, fresh.length - tail).map((text): ComparedLine => ({ kind: "now", text })),
    ...old.slice(old.length - tail, old.length - tail + contextLines).map(same),
  ];
}
