"use client";

import { useState } from "react";
import { revealHiddenCharacters } from "@/lib/shared/hidden-characters";
import { CardFooter, FooterButton } from "./card";

const linesAtFirst = 40;
const linesPerStep = 2_000;
const lineLengthLimit = 2_000;

/** The lines of a text; a line break at its end starts no further line. */
export function splitLines(text: string): string[] {
  const lines = text.split(/\r?\n/);
  return lines.length > 1 && lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

function shownLine(line: string): string {
  const text = revealHiddenCharacters(line.slice(0, lineLengthLimit));
  const rest = line.length - lineLengthLimit;
  return rest > 0 ? `${text} … ${rest.toLocaleString("en")} more characters` : text || " ";
}

type CodeLinesProps = {
  text: string;
  numbers: boolean;
  /** Extra classes for a line, by its text. */
  lineClass?: (line: string) => string;
};

/** Forty lines of code or diff, then the rest on demand, at most 2,000 lines more at a time. */
export function CodeLines({ text, numbers, lineClass }: CodeLinesProps) {
  const [limit, setLimit] = useState(linesAtFirst);
  const numbered = splitLines(text).map((line, index) => ({ number: index + 1, line }));
  const next = Math.min(numbered.length, limit + linesPerStep);
  return (
    <>
      <div className="overflow-x-auto py-1.5 font-mono text-xs leading-5">
        <code className="block w-max min-w-full">
          {numbered.slice(0, limit).map(({ number, line }) => (
            <span key={number} className={`flex ${lineClass?.(line) ?? ""}`}>
              {numbers ? (
                <span
                  aria-hidden
                  className="sticky left-0 w-12 shrink-0 select-none border-border border-r bg-surface pr-2 text-right text-muted-foreground tabular-nums"
                >
                  {number}
                </span>
              ) : null}
              <span className="whitespace-pre px-3">{shownLine(line)}</span>
            </span>
          ))}
        </code>
      </div>
      {limit < numbered.length ? (
        <CardFooter>
          <span>
            {limit.toLocaleString("en")} of {numbered.length.toLocaleString("en")} lines
          </span>
          <FooterButton onClick={() => setLimit(next)}>
            {next === numbered.length
              ? "Show all"
              : `Show ${linesPerStep.toLocaleString("en")} more`}
          </FooterButton>
        </CardFooter>
      ) : null}
    </>
  );
}
