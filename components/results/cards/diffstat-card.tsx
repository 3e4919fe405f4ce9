"use client";

import { useState } from "react";
import { z } from "zod";
import { Chevron } from "@/components/activity/disclosure";
import { useWords } from "@/components/language/words";
import { defineList } from "../define-list";
import { ChangeBar, LineCounts } from "../diff/change-bar";
import { FileName } from "../diff/file-name";
import { isGenerated } from "../diff/generated-file";
import { useCopyMode } from "../parts/copy-mode";
import { Fold, FoldArrow } from "../parts/fold";
import { optionalNumber, optionalText } from "../schema/fields";

const filePath = z
  .object({ path: optionalText })
  .nullish()
  .catch(undefined)
  .transform((file) => file?.path);

const changedFileSchema = z
  .object({
    status: optionalText,
    lines_added: optionalNumber,
    lines_removed: optionalNumber,
    old: filePath,
    new: filePath,
  })
  .transform((file, context) => {
    const path = file.new ?? file.old;
    if (!path) {
      context.addIssue({ code: "custom", message: "A changed file needs a path." });
      return z.NEVER;
    }
    return {
      path,
      previousPath: file.old !== path ? file.old : undefined,
      status: file.status ?? "modified",
      added: file.lines_added ?? 0,
      removed: file.lines_removed ?? 0,
    };
  });
type ChangedFile = z.infer<typeof changedFileSchema>;

function ChangedFileLine({ file }: { file: ChangedFile }) {
  return (
    <li className="flex flex-col gap-x-3 gap-y-0.5 px-3 py-1.5 @[30rem]:flex-row @[30rem]:items-center">
      <FileName path={file.path} previousPath={file.previousPath} status={file.status} />
      <span className="pl-5 @[30rem]:pl-0">
        <ChangeBar added={file.added} removed={file.removed} />
      </span>
    </li>
  );
}

/** Files that programs wrote, in one line: their thousands of lines say little. */
function GeneratedFiles({ files }: { files: readonly ChangedFile[] }) {
  const [open, setOpen] = useState(false);
  const copied = useCopyMode() !== undefined;
  const line =
    "flex w-full items-center gap-2 px-3 py-1.5 text-left text-muted-foreground text-xs -outline-offset-2 hover:text-foreground";
  const { generatedFiles } = useWords("results").diff;
  const words = (
    <>
      {generatedFiles(files.length)}
      <span className="ml-auto font-mono">
        <LineCounts {...sumLines(files)} />
      </span>
    </>
  );
  const rows = files.map((file) => <ChangedFileLine key={file.path} file={file} />);
  if (copied) {
    return (
      <li>
        <Fold
          className={line}
          label={
            <>
              <FoldArrow />
              {words}
            </>
          }
        >
          <ul className="divide-y divide-border border-border border-t">{rows}</ul>
        </Fold>
      </li>
    );
  }
  return (
    <>
      <li>
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)} className={line}>
          <Chevron open={open} />
          {words}
        </button>
      </li>
      {open ? rows : null}
    </>
  );
}

function sumLines(files: readonly ChangedFile[]): { added: number; removed: number } {
  const sum = (side: "added" | "removed") => files.reduce((total, file) => total + file[side], 0);
  return { added: sum("added"), removed: sum("removed") };
}

type SumProps = {
  files: readonly ChangedFile[];
  total: number | undefined;
  /** Whether these are all. */
  complete: boolean;
};

function Sum({ files, total, complete }: SumProps) {
  const words = useWords("results").diff;
  return (
    <>
      {words.files(total ?? files.length)}
      <LineCounts {...sumLines(files)} />
      {complete ? null : words.inThoseShown}
    </>
  );
}

export const diffstatResult = defineList(changedFileSchema, {
  noun: "changedFile",
  keyOf: (file) => file.path,
  rest: {
    has: (file) => isGenerated(file.path),
    row: (files) => <GeneratedFiles files={files} />,
  },
  heading: (files, about) => <Sum files={files} {...about} />,
  row: (file) => <ChangedFileLine file={file} />,
});
