import { z } from "zod";
import { revealHiddenCharacters } from "@/lib/shared/hidden-characters";
import { defineResult } from "../define-result";
import { Code } from "../parts/code";
import { EntryList } from "../parts/entry-list";
import { optionalNumber, optionalText } from "../schema/fields";
import { pagedSchema } from "../schema/paged";

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

const statusLetters: Record<string, { letter: string; className: string }> = {
  added: { letter: "A", className: "text-success" },
  modified: { letter: "M", className: "text-accent" },
  removed: { letter: "D", className: "text-danger" },
  renamed: { letter: "R", className: "text-warning" },
};

const barLength = 5;

/** Five squares, shared out by the lines added and removed; a side that has any line gets at least one. */
export function shareBar(added: number, removed: number): { added: number; removed: number } {
  const total = added + removed;
  if (total === 0) return { added: 0, removed: 0 };
  const length = Math.min(barLength, total);
  const share = Math.round((added / total) * length);
  const atLeast = added > 0 ? 1 : 0;
  const atMost = removed > 0 ? length - 1 : length;
  const green = Math.min(Math.max(share, atLeast), atMost);
  return { added: green, removed: length - green };
}

function Bar({ added, removed }: { added: number; removed: number }) {
  const share = shareBar(added, removed);
  const squares = Array.from({ length: barLength }, (_, position) => {
    if (position < share.added) return "bg-success";
    return position < share.added + share.removed ? "bg-danger" : "bg-border";
  });
  return (
    <span aria-hidden className="inline-flex gap-px">
      {squares
        .map((colour, position) => ({ colour, position }))
        .map(({ colour, position }) => (
          <span
            key={position}
            className={`size-2 rounded-[1px] forced-color-adjust-none ${colour}`}
          />
        ))}
    </span>
  );
}

function ChangedFileLine({ file }: { file: ChangedFile }) {
  const look = statusLetters[file.status];
  return (
    <li className="flex flex-col gap-x-3 gap-y-0.5 px-3 py-1.5 @[30rem]:flex-row @[30rem]:items-center">
      <span className="flex min-w-0 flex-1 items-baseline gap-2">
        <abbr
          title={revealHiddenCharacters(file.status)}
          className={`w-3 shrink-0 font-mono font-semibold text-xs no-underline ${look?.className ?? "text-muted-foreground"}`}
        >
          {look?.letter ?? "?"}
        </abbr>
        <span className="min-w-0">
          {file.previousPath ? (
            <span className="text-muted-foreground">
              <Code text={file.previousPath} /> →{" "}
            </span>
          ) : null}
          <Code text={file.path} />
        </span>
      </span>
      <span className="flex shrink-0 items-center gap-2 pl-5 font-mono text-xs tabular-nums @[30rem]:pl-0">
        <span className="text-success">+{file.added}</span>
        <span className="text-danger">−{file.removed}</span>
        <Bar added={file.added} removed={file.removed} />
      </span>
    </li>
  );
}

export const diffstatResult = defineResult(pagedSchema(changedFileSchema), ({ value }) => {
  const sum = (side: "added" | "removed") =>
    value.entries.reduce((total, file) => total + file[side], 0).toLocaleString("en");
  return (
    <EntryList
      list={value}
      noun={["changed file", "changed files"]}
      keyOf={(file) => file.path}
      heading={
        <>
          {value.total ?? value.entries.length}{" "}
          {(value.total ?? value.entries.length) === 1 ? "file" : "files"},{" "}
          <span className="text-success">+{sum("added")}</span>{" "}
          <span className="text-danger">−{sum("removed")}</span>
          {value.hasMore ? " on this page" : null}
        </>
      }
    >
      {(file) => <ChangedFileLine file={file} />}
    </EntryList>
  );
});
