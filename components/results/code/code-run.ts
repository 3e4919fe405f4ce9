import type { VisibleLine } from "./visible-line";

/** A piece of a line that looks the same all over. */
export type CodeRun = {
  text: string;
  /** Of the highlighter: `hljs-keyword`. */
  className?: string | undefined;
  /** A hidden character, written out. */
  hidden: boolean;
};

/** Cuts the runs of a line where its hidden characters begin and end, so that each of those stands by itself. */
export function markHidden(
  runs: readonly Omit<CodeRun, "hidden">[],
  hidden: VisibleLine["hidden"],
): CodeRun[] {
  if (hidden.length === 0) return runs.map((run) => ({ ...run, hidden: false }));
  const marked: CodeRun[] = [];
  let start = 0;
  for (const { text, className } of runs) {
    const end = start + text.length;
    const inside = hidden.flat().filter((edge) => edge > start && edge < end);
    // Where one hidden character follows another, an edge is both the end and the beginning.
    const edges = [...new Set([start, ...inside, end])];
    for (const [index, from] of edges.slice(0, -1).entries()) {
      marked.push({
        text: text.slice(from - start, (edges[index + 1] ?? end) - start),
        className,
        hidden: hidden.some(([first, last]) => from >= first && from < last),
      });
    }
    start = end;
  }
  return marked;
}
