"use client";

import { useMemo } from "react";
import { useWords } from "@/components/language/words";
import { revealHiddenCharacters } from "@/lib/shared/hidden-characters";
import { CodeRuns } from "../code/code-runs";
import type { Highlighter } from "../code/highlight";
import { useCodeRuns } from "../code/use-code-runs";
import { visibleLine } from "../code/visible-line";
import type { DiffHunk, DiffLine } from "./parse-diff";

const looks = {
  context: { sign: " ", className: "" },
  added: { sign: "+", className: "bg-success-soft" },
  removed: { sign: "−", className: "bg-danger-soft" },
} as const;

const numberClass =
  "w-11 shrink-0 select-none px-1.5 text-right text-muted-foreground tabular-nums";

/** The lines of one side are a text of their own, and are coloured as one. */
function useSide(lines: readonly DiffLine[], left: DiffLine["kind"], highlight?: Highlighter) {
  const side = useMemo(() => lines.filter(({ kind }) => kind !== left), [lines, left]);
  const { moreCharacters } = useWords("common");
  const visible = useMemo(
    () => side.map(({ text }) => visibleLine(text, moreCharacters)),
    [side, moreCharacters],
  );
  const runs = useCodeRuns(visible, highlight);
  return useMemo(() => new Map(side.map((line, index) => [line, runs[index] ?? []])), [side, runs]);
}

type HunkProps = {
  hunk: DiffHunk;
  /** Nothing was left out before it that the line numbers do not show. */
  first: boolean;
  highlight: Highlighter | undefined;
};

/** Neighbouring lines of a diff. The plus and the minus stay, so that colour says nothing alone. */
export function Hunk({ hunk: { heading, lines }, first, highlight }: HunkProps) {
  const before = useSide(lines, "added", highlight);
  const after = useSide(lines, "removed", highlight);
  return (
    <>
      {first && heading === "" ? null : (
        <span className="flex bg-accent-soft text-accent">
          <span className="sticky left-0 whitespace-pre px-3">
            ⋯ {revealHiddenCharacters(heading)}
          </span>
        </span>
      )}
      {lines
        .map((line, index) => ({ line, index }))
        .map(({ line, index }) => {
          const { sign, className } = looks[line.kind];
          const runs = (line.kind === "removed" ? before : after).get(line) ?? [];
          return (
            <span key={index} className={`flex ${className}`}>
              <span aria-hidden className={`hidden @[30rem]:block ${numberClass}`}>
                {line.oldNumber}
              </span>
              <span aria-hidden className={numberClass}>
                {line.newNumber ?? <span className="@[30rem]:hidden">{line.oldNumber}</span>}
              </span>
              <span className="w-5 shrink-0 text-center text-muted-foreground">{sign}</span>
              <span className="whitespace-pre pr-3">
                <CodeRuns runs={runs} />
              </span>
            </span>
          );
        })}
    </>
  );
}
