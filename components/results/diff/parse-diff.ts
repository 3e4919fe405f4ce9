export type DiffLine = {
  kind: "context" | "added" | "removed";
  text: string;
  oldNumber: number | undefined;
  newNumber: number | undefined;
};

export type DiffHunk = {
  /** What follows the second `@@`: the function around it, mostly. */
  heading: string;
  lines: DiffLine[];
};

export type FileDiff = {
  path: string;
  previousPath: string | undefined;
  status: "added" | "modified" | "removed" | "renamed";
  binary: boolean;
  added: number;
  removed: number;
  hunks: DiffHunk[];
};

/** A file while its lines are still read. */
type OpenFile = FileDiff & { oldPath: string | undefined; newPath: string | undefined };

const hunkStart = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@ ?(.*)$/;
const fileStart = /^diff --git (.*)$/;

/** `a/src/x.ts` without its side; undefined for `/dev/null`. A name with unusual characters stands in quotation marks. */
function readPath(written: string, side: "a" | "b"): string | undefined {
  const path = written.replace(/\t.*$/, "").replace(/^"(.*)"$/, "$1");
  if (path === "/dev/null") return undefined;
  return path.startsWith(`${side}/`) ? path.slice(2) : path;
}

/** The path in `a/x b/x`: the same one twice, unless it was renamed, which further lines say. */
function pathOfHeader(header: string): string {
  const half = header.slice(0, Math.floor(header.length / 2));
  return readPath(half, "a") ?? half;
}

function newFile(path: string): OpenFile {
  const counts = { added: 0, removed: 0, hunks: [] };
  const paths = { path, previousPath: undefined, oldPath: undefined, newPath: undefined };
  return { ...paths, ...counts, status: "modified", binary: false };
}

/** Reads one of the lines between the start of a file and its first hunk. */
function readHeader(file: OpenFile, line: string): void {
  const [, word = "", rest = ""] =
    /^(rename from|rename to|new file|deleted file|---|\+\+\+|Binary files|GIT binary patch) ?(.*)$/.exec(
      line,
    ) ?? [];
  if (word === "rename from") file.oldPath = rest;
  if (word === "rename to") {
    file.newPath = rest;
    file.status = "renamed";
  }
  if (word === "new file") file.status = "added";
  if (word === "deleted file") file.status = "removed";
  if (word === "---") file.oldPath = readPath(rest, "a");
  if (word === "+++") file.newPath = readPath(rest, "b");
  if (word === "Binary files" || word === "GIT binary patch") file.binary = true;
}

function closeFile({ oldPath, newPath, ...file }: OpenFile): FileDiff {
  const path = newPath ?? oldPath ?? file.path;
  return { ...file, path, previousPath: oldPath && oldPath !== path ? oldPath : undefined };
}

/**
 * A unified diff by file, as git writes it. What it does not know is left out, and a diff may end anywhere: Bitbucket cuts long
 * ones. Empty where the text is no diff at all.
 */
export function parseDiff(text: string): FileDiff[] {
  const files: OpenFile[] = [];
  let hunk: DiffHunk | undefined;
  let place = { old: 0, new: 0 };
  // Counted, because inside of a hunk a line such as "--- a" is a removed one.
  let left = { old: 0, new: 0 };
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  for (const line of lines) {
    const [, header] = fileStart.exec(line) ?? [];
    const inHunk = left.old > 0 || left.new > 0;
    const file = files.at(-1);
    if (hunk && file && inHunk && header === undefined) {
      const sign = line.charAt(0);
      if (sign === "\\") continue;
      const kind = sign === "+" ? "added" : sign === "-" ? "removed" : "context";
      const isOld = kind !== "added";
      const isNew = kind !== "removed";
      hunk.lines.push({
        kind,
        text: line.slice(1),
        oldNumber: isOld ? place.old : undefined,
        newNumber: isNew ? place.new : undefined,
      });
      place = { old: place.old + Number(isOld), new: place.new + Number(isNew) };
      left = { old: left.old - Number(isOld), new: left.new - Number(isNew) };
      if (kind !== "context") file[kind] += 1;
      continue;
    }
    if (header !== undefined || (line.startsWith("--- ") && (!file || file.hunks.length > 0))) {
      files.push(newFile(header === undefined ? "" : pathOfHeader(header)));
      left = { old: 0, new: 0 };
    }
    const current = files.at(-1);
    if (!current) continue;
    const start = hunkStart.exec(line);
    if (!start) {
      if (current.hunks.length === 0) readHeader(current, line);
      continue;
    }
    const [, oldStart, oldCount = "1", newStart, newCount = "1", heading = ""] = start;
    place = { old: Number(oldStart), new: Number(newStart) };
    left = { old: Number(oldCount), new: Number(newCount) };
    hunk = { heading, lines: [] };
    current.hunks.push(hunk);
  }
  return files.map(closeFile).filter((file) => file.path !== "");
}
