"use client";

import { type ReactNode, useState } from "react";
import { Chevron } from "@/components/activity/disclosure";
import { useWords } from "@/components/language/words";
import type { Words } from "@/lib/language/words";
import { languageOf } from "../code/language-of";
import { ScrollBox } from "../code/scroll-box";
import { useHighlighter } from "../code/use-code-runs";
import { CardFooter, FooterButton } from "../parts/card";
import { useCopyMode } from "../parts/copy-mode";
import { Fold, FoldArrow } from "../parts/fold";
import { ChangeBar } from "./change-bar";
import { FileName } from "./file-name";
import { isGenerated } from "./generated-file";
import { Hunk } from "./hunk";
import type { DiffHunk, FileDiff as FileDiffData } from "./parse-diff";

const linesAtFirst = 200;
const linesPerStep = 1_000;
/** Lines of a file in a copy, where nobody can ask for more. */
const linesInCopy = 5_000;

/** The first lines of the hunks, in their hunks. */
function firstLines(hunks: readonly DiffHunk[], limit: number): DiffHunk[] {
  let left = limit;
  return hunks.flatMap((hunk) => {
    const lines = hunk.lines.slice(0, Math.max(0, left));
    left -= hunk.lines.length;
    return lines.length > 0 ? [{ ...hunk, lines }] : [];
  });
}

function DiffBody({ file }: { file: FileDiffData }) {
  const { code, diff, text } = useWords("results");
  const copied = useCopyMode() !== undefined;
  const atFirst = copied ? linesInCopy : linesAtFirst;
  const [limit, setLimit] = useState(atFirst);
  const [shownHunks, setShownHunks] = useState(() => firstLines(file.hunks, atFirst));
  const highlight = useHighlighter(languageOf(file.path));
  const total = file.hunks.reduce((sum, hunk) => sum + hunk.lines.length, 0);
  if (file.binary) {
    return <p className="px-3 py-2 text-muted-foreground">{diff.binary}</p>;
  }
  if (total === 0) {
    return <p className="px-3 py-2 text-muted-foreground">{diff.sameLines}</p>;
  }
  const showMore = () => {
    setLimit(limit + linesPerStep);
    setShownHunks(firstLines(file.hunks, limit + linesPerStep));
  };
  return (
    <>
      <ScrollBox label={diff.changesOf(file.path)}>
        <code className="block w-max min-w-full">
          {shownHunks
            .map((hunk, index) => ({ hunk, index }))
            .map(({ hunk, index }) => (
              <Hunk key={index} hunk={hunk} first={index === 0} highlight={highlight} />
            ))}
        </code>
      </ScrollBox>
      {limit < total ? (
        <CardFooter>
          <span>{code.someLines(limit, total)}</span>
          {copied ? null : (
            <FooterButton onClick={showMore}>
              {total - limit > linesPerStep ? text.showMore(linesPerStep) : text.showAll}
            </FooterButton>
          )}
        </CardFooter>
      ) : null}
    </>
  );
}

/** What its counts do not say. */
function remarkOn(
  file: FileDiffData,
  { binary, generated, sameText }: Words["results"]["diff"]["remarks"],
): string | undefined {
  if (file.binary) return binary;
  if (isGenerated(file.path)) return generated;
  return file.hunks.length === 0 && file.status === "renamed" ? sameText : undefined;
}

function FileLine({ file, arrow }: { file: FileDiffData; arrow: ReactNode }) {
  const remark = remarkOn(file, useWords("results").diff.remarks);
  return (
    <>
      <span className="flex min-w-0 flex-1 basis-56 items-center gap-2">
        {arrow}
        <FileName path={file.path} previousPath={file.previousPath} status={file.status} />
      </span>
      <span className="flex items-center gap-3">
        {remark ? <span className="text-muted-foreground text-xs">{remark}</span> : null}
        <ChangeBar added={file.added} removed={file.removed} />
      </span>
    </>
  );
}

/** What changed in one file. Its lines are not in the page before somebody opens it. */
export function FileDiff({ file, startsOpen }: { file: FileDiffData; startsOpen: boolean }) {
  const [open, setOpen] = useState(startsOpen);
  const copied = useCopyMode() !== undefined;
  const line =
    "flex w-full flex-wrap items-center gap-x-3 gap-y-0.5 px-3 py-1.5 text-left -outline-offset-2";
  if (copied) {
    return (
      <li>
        <Fold
          open={startsOpen}
          className={`${line} border-border bg-sunken [details[open]>&]:border-b`}
          label={<FileLine file={file} arrow={<FoldArrow />} />}
        >
          <DiffBody file={file} />
        </Fold>
      </li>
    );
  }
  return (
    <li>
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className={`${line} hover:bg-hover ${open ? "border-border border-b bg-sunken" : ""}`}
      >
        <FileLine file={file} arrow={<Chevron open={open} />} />
      </button>
      {open ? <DiffBody file={file} /> : null}
    </li>
  );
}
