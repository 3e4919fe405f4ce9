import { describe, expect, it } from "vitest";
import { longDiff, wholeDiff } from "../stories/code";
import { parseDiff } from "./parse-diff";

describe("parseDiff", () => {
  const files = parseDiff(wholeDiff.diff);

  it("tells the files apart, and what became of each", () => {
    const told = files.map(({ path, previousPath, status, binary, added, removed }) => [
      path,
      previousPath,
      status,
      binary,
      added,
      removed,
    ]);
    expect(told).toEqual([
      ["src/auth/refresh-token.ts", undefined, "modified", false, 2, 2],
      ["docs/tokens.md", "docs/old name.md", "renamed", false, 0, 0],
      ["assets/logo.png", undefined, "added", true, 0, 0],
      ["src/legacy.ts", undefined, "removed", false, 0, 2],
      ["package-lock.json", undefined, "modified", false, 80, 40],
    ]);
  });

  it("numbers the lines of both sides", () => {
    const [first, second] = files[0]?.hunks ?? [];
    expect(first?.heading).toBe("export async function rotate(token: string) {");
    expect(first?.lines.map((line) => [line.kind, line.oldNumber, line.newNumber])).toEqual([
      ["context", 12, 12],
      ["context", 13, 13],
      ["context", 14, 14],
      ["removed", 15, undefined],
      ["added", undefined, 15],
      ["added", undefined, 16],
      ["context", 16, 17],
      ["context", 17, 18],
      ["context", 18, 19],
    ]);
    expect(second?.lines[1]).toMatchObject({ kind: "removed", text: "-- a comment of SQL" });
  });

  it("takes a diff that was cut anywhere", () => {
    for (let length = 0; length < wholeDiff.diff.length; length += 7) {
      const cut = parseDiff(wholeDiff.diff.slice(0, length));
      expect(cut.every((file) => file.path !== "")).toBe(true);
    }
    expect(parseDiff(longDiff.diff)[0]).toMatchObject({ added: 3_000 });
  });

  it("needs no line of git's own", () => {
    const text =
      "--- a/x.txt\n+++ b/x.txt\n@@ -1 +1 @@\n-a\n+b\n--- a/y.txt\n+++ b/y.txt\n@@ -1 +1 @@\n-a\n+b\n";
    expect(parseDiff(text).map((file) => [file.path, file.added])).toEqual([
      ["x.txt", 1],
      ["y.txt", 1],
    ]);
  });

  it.each(["", "Just words.", "@@ -1 +1 @@\n-a\n+b", "--- \n+++ "])(
    "finds no file in %j",
    (text) => {
      expect(parseDiff(text)).toEqual([]);
    },
  );
});
