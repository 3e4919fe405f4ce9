"use client";

import { useMemo } from "react";
import { z } from "zod";
import { useWords } from "@/components/language/words";
import { CodeLines } from "../code/code-lines";
import { defineResult } from "../define-result";
import { LineCounts } from "../diff/change-bar";
import { FileDiff } from "../diff/file-diff";
import { isGenerated } from "../diff/generated-file";
import { type FileDiff as FileDiffData, parseDiff } from "../diff/parse-diff";
import { Card, CardFooter } from "../parts/card";
import { CopyButton } from "../parts/copy-button";
import { optionalFlag, optionalText } from "../schema/fields";

/** Lines of a diff that are open at first; whole files only. */
const openAtFirst = 150;

const diffText = z.string().nullish().catch(undefined);

const diffSchema = z.union([
  z.string().transform((text) => ({ text, truncated: false })),
  z
    .object({ diff: diffText, data: diffText, truncated: optionalFlag, message: optionalText })
    .transform((result, context) => {
      const text = result.diff ?? result.data;
      if (typeof text !== "string") {
        context.addIssue({ code: "custom", message: "A diff needs its text." });
        return z.NEVER;
      }
      return { text, truncated: result.truncated ?? false };
    }),
]);

function countLines(file: FileDiffData): number {
  return file.hunks.reduce((sum, hunk) => sum + hunk.lines.length, 0);
}

/** Which files are open at first: from the top while there is room, and none that a program wrote. */
function openFiles(files: readonly FileDiffData[]): ReadonlySet<FileDiffData> {
  let left = openAtFirst;
  return new Set(
    files.filter((file) => {
      if (isGenerated(file.path) || file.hunks.length === 0) return false;
      left -= countLines(file);
      return left >= 0;
    }),
  );
}

function DiffFiles({ files, text }: { files: readonly FileDiffData[]; text: string }) {
  const words = useWords("results").diff;
  const open = useMemo(() => openFiles(files), [files]);
  const sum = (side: "added" | "removed") => files.reduce((total, file) => total + file[side], 0);
  return (
    <>
      <header className="flex min-h-10 items-center justify-between gap-3 border-border border-b py-1 pr-1.5 pl-3">
        <p className="font-medium">
          {words.files(files.length)}
          <LineCounts added={sum("added")} removed={sum("removed")} />
        </p>
        <CopyButton label={words.copy} text={() => text} />
      </header>
      <ul className="divide-y divide-border">
        {files
          .map((file, index) => ({ file, key: `${index} ${file.path}` }))
          .map(({ file, key }) => (
            <FileDiff key={key} file={file} startsOpen={open.has(file)} />
          ))}
      </ul>
    </>
  );
}

function DiffBody({ text }: { text: string }) {
  const { noDifferences } = useWords("results").diff;
  const files = useMemo(() => parseDiff(text), [text]);
  if (text.trim() === "") {
    return <p className="px-3 py-2.5 text-muted-foreground">{noDifferences}</p>;
  }
  return files.length > 0 ? <DiffFiles files={files} text={text} /> : <CodeLines text={text} />;
}

export const diffResult = defineResult(diffSchema, ({ value }) => {
  const words = useWords("results").diff;
  return (
    <Card label={words.title}>
      <DiffBody text={value.text} />
      {value.truncated ? <CardFooter>{words.cut}</CardFooter> : null}
    </Card>
  );
});
