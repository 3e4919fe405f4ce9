"use client";

import { useMemo, useState } from "react";
import { CardFooter, FooterButton } from "../parts/card";
import { CodeRuns } from "./code-runs";
import { languageOf } from "./language-of";
import { ScrollBox } from "./scroll-box";
import { useCodeRuns, useHighlighter } from "./use-code-runs";
import { splitLines, visibleLine } from "./visible-line";

const linesAtFirst = 40;
const linesPerStep = 200;
/** A press on "Show all" puts no more lines than these into the page. */
const mostAtOnce = 5_000;

const count = (number: number) => number.toLocaleString("en");

type CodeLinesProps = {
  text: string;
  /** Of the file, for what colours it. */
  path?: string | undefined;
};

/** Forty numbered lines, then 200 more at a time, or all there are. */
export function CodeLines({ text, path }: CodeLinesProps) {
  const [limit, setLimit] = useState(linesAtFirst);
  const all = useMemo(() => splitLines(text), [text]);
  const shown = useMemo(() => all.slice(0, limit).map(visibleLine), [all, limit]);
  const runs = useCodeRuns(shown, useHighlighter(languageOf(path)));
  const rest = all.length - shown.length;
  return (
    <>
      <ScrollBox label={path ? `Text of ${path}` : "Text"}>
        <code className="block w-max min-w-full">
          {runs
            .map((line, index) => ({ line, number: index + 1 }))
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
      {rest > 0 ? (
        <CardFooter>
          <span>
            {count(shown.length)} of {count(all.length)} lines
          </span>
          <span className="flex gap-1">
            {rest > linesPerStep ? (
              <FooterButton onClick={() => setLimit(limit + linesPerStep)}>
                Show {linesPerStep} more
              </FooterButton>
            ) : null}
            <FooterButton onClick={() => setLimit(limit + mostAtOnce)}>
              {rest > mostAtOnce ? `Show ${count(mostAtOnce)} more` : "Show all"}
            </FooterButton>
          </span>
        </CardFooter>
      ) : null}
    </>
  );
}
