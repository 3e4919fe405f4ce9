"use client";

import { useMemo, useState } from "react";
import { useWords } from "@/components/language/words";
import { CardFooter, FooterButton } from "../parts/card";
import { useCopyMode } from "../parts/copy-mode";
import { Fold, FoldArrow } from "../parts/fold";
import type { CodeRun } from "./code-run";
import { CodeRuns } from "./code-runs";
import { languageOf } from "./language-of";
import { ScrollBox } from "./scroll-box";
import { useCodeRuns, useHighlighter } from "./use-code-runs";
import { splitLines, visibleLine } from "./visible-line";

const linesAtFirst = 40;
const linesPerStep = 200;
/** A press on "Show all" puts no more lines than these into the page. */
const mostAtOnce = 5_000;

type CodeLinesProps = {
  text: string;
  /** Of the file, for what colours it. */
  path?: string | undefined;
};

type NumberedLinesProps = {
  runs: readonly (readonly CodeRun[])[];
  path?: string | undefined;
  /** The number of the first of them. */
  first?: number;
};

function NumberedLines({ runs, path, first = 1 }: NumberedLinesProps) {
  const words = useWords("results").code;
  return (
    <ScrollBox label={path ? words.textOf(path) : words.text}>
      <code className="block w-max min-w-full">
        {runs
          .map((line, index) => ({ line, number: index + first }))
          .map(({ line, number }) => (
            <span key={number} className="flex">
              <span
                aria-hidden
                className="sticky left-0 min-w-12 shrink-0 select-none border-border border-r bg-surface px-2 text-right text-muted-foreground tabular-nums"
              >
                {number}
              </span>
              <span className="whitespace-pre px-3">
                <CodeRuns runs={line} />
              </span>
            </span>
          ))}
      </code>
    </ScrollBox>
  );
}

/** Forty numbered lines, then 200 more at a time, or all there are. */
export function CodeLines({ text, path }: CodeLinesProps) {
  const { code, text: words } = useWords("results");
  const copied = useCopyMode() !== undefined;
  const [limit, setLimit] = useState(copied ? mostAtOnce : linesAtFirst);
  const all = useMemo(() => splitLines(text), [text]);
  const { moreCharacters } = useWords("common");
  const shown = useMemo(
    () => all.slice(0, limit).map((line) => visibleLine(line, moreCharacters)),
    [all, limit, moreCharacters],
  );
  const runs = useCodeRuns(shown, useHighlighter(languageOf(path)));
  const rest = all.length - shown.length;
  const folded = copied ? runs.slice(linesAtFirst) : [];
  return (
    <>
      <NumberedLines runs={runs.slice(0, copied ? linesAtFirst : undefined)} path={path} />
      {folded.length > 0 ? (
        <Fold
          className="flex items-center gap-1 border-border border-t bg-sunken px-3 py-1.5 text-muted-foreground text-xs"
          label={
            <>
              <FoldArrow />
              {code.moreLines(folded.length)}
            </>
          }
        >
          <NumberedLines runs={folded} path={path} first={linesAtFirst + 1} />
        </Fold>
      ) : null}
      {rest > 0 ? (
        <CardFooter>
          <span>{code.someLines(shown.length, all.length)}</span>
          <span className="flex gap-1">
            {rest > linesPerStep && !copied ? (
              <FooterButton onClick={() => setLimit(limit + linesPerStep)}>
                {words.showMore(linesPerStep)}
              </FooterButton>
            ) : null}
            {copied ? null : (
              <FooterButton onClick={() => setLimit(limit + mostAtOnce)}>
                {rest > mostAtOnce ? words.showMore(mostAtOnce) : words.showAll}
              </FooterButton>
            )}
          </span>
        </CardFooter>
      ) : null}
    </>
  );
}
