import { count } from "../count";

/** Files and code, line by line. */
export const code = {
  text: "Text",
  textOf: (path: string) => `Text of ${path}`,
  moreLines: (lines: number) => `${count(lines)} more lines`,
  someLines: (shown: number, all: number) => `${count(shown)} of ${count(all)} lines`,
  file: "File",
  fileAt: (path: string) => `File ${path}`,
  open: "Open",
  emptyFile: "This file is empty.",
  binaryFile: "A binary file: there is no text to show.",
  largeFile: (size: string | undefined) =>
    `Kept in Git LFS${size === undefined ? "" : ` (${size})`}: the repository holds only a pointer to it.`,
  aFolder: ", folder",
  aFile: ", file",
};

/** What changed in files. */
export const diff = {
  title: "Diff",
  /** Before the counts of their lines. */
  files: (files: number) => `${count(files)} ${files === 1 ? "file" : "files"}, `,
  copy: "Copy diff",
  noDifferences: "No differences.",
  cut: "This diff was cut: the rest of it is missing.",
  changesOf: (path: string) => `Changes of ${path}`,
  binary: "A binary file: no lines to compare.",
  sameLines: "No line of its text differs.",
  remarks: { binary: "binary", generated: "generated", sameText: "same text" },
  generatedFiles: (files: number) =>
    files === 1 ? "1 generated file" : `${files} generated files`,
  inThoseShown: " in those shown",
  statuses: { added: "added", modified: "modified", removed: "removed", renamed: "renamed" },
};
