import { type StructuredPatchHunk, structuredPatch } from "diff";
import type { FileChange } from "./changes";
import type { GitLocation } from "./location";
import { readContent } from "./trees";

export type FilePatch = {
  change: FileChange;
  linesAdded: number;
  linesRemoved: number;
  /** In git's format, ending with a line break. */
  text: string;
};

/** The line-by-line difference a change of one file makes. */
export async function patchOf(location: GitLocation, change: FileChange): Promise<FilePatch> {
  const before = await contentOf(location, hashes(change).before);
  const after = await contentOf(location, hashes(change).after);
  const header = headerOf(change);
  if (isBinary(before) || isBinary(after)) {
    const text = `${header}Binary files differ\n`;
    return { change, linesAdded: 0, linesRemoved: 0, text };
  }
  const { hunks } = structuredPatch("", "", decode(before), decode(after), "", "", { context: 3 });
  const lines = hunks.flatMap((hunk) => hunk.lines);
  return {
    change,
    linesAdded: lines.filter((line) => line.startsWith("+")).length,
    linesRemoved: lines.filter((line) => line.startsWith("-")).length,
    text: hunks.length === 0 ? header : `${header}${names(change)}${hunks.map(printHunk).join("")}`,
  };
}

function hashes(change: FileChange): { before: string | undefined; after: string | undefined } {
  switch (change.status) {
    case "added":
      return { before: undefined, after: change.newHash };
    case "removed":
      return { before: change.oldHash, after: undefined };
    case "modified":
      return { before: change.oldHash, after: change.newHash };
    case "renamed":
      return { before: change.hash, after: change.hash };
  }
}

function headerOf(change: FileChange): string {
  const oldPath = change.status === "renamed" ? change.oldPath : change.path;
  const first = `diff --git a/${oldPath} b/${change.path}\n`;
  const short = (hash: string | undefined) => hash?.slice(0, 7) ?? "0000000";
  const { before, after } = hashes(change);
  const index = `index ${short(before)}..${short(after)}`;
  switch (change.status) {
    case "added":
      return `${first}new file mode 100644\n${index}\n`;
    case "removed":
      return `${first}deleted file mode 100644\n${index}\n`;
    case "modified":
      return `${first}${index} 100644\n`;
    case "renamed":
      return `${first}similarity index 100%\nrename from ${oldPath}\nrename to ${change.path}\n`;
  }
}

function names(change: FileChange): string {
  const before = change.status === "added" ? "/dev/null" : `a/${change.path}`;
  const after = change.status === "removed" ? "/dev/null" : `b/${change.path}`;
  return `--- ${before}\n+++ ${after}\n`;
}

function printHunk(hunk: StructuredPatchHunk): string {
  const start = (line: number, count: number) => (count === 0 ? Math.max(line - 1, 0) : line);
  const range = (line: number, count: number) =>
    count === 1 ? `${line}` : `${start(line, count)},${count}`;
  const before = range(hunk.oldStart, hunk.oldLines);
  const after = range(hunk.newStart, hunk.newLines);
  return `@@ -${before} +${after} @@\n${hunk.lines.join("\n")}\n`;
}

async function contentOf(location: GitLocation, hash: string | undefined): Promise<Uint8Array> {
  return hash === undefined ? new Uint8Array() : readContent(location, hash);
}

function isBinary(content: Uint8Array): boolean {
  return content.subarray(0, 8_000).includes(0);
}

function decode(content: Uint8Array): string {
  return new TextDecoder().decode(content);
}
