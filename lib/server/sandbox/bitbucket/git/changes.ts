import { findMergeBase } from "isomorphic-git";
import { requireCommit } from "./commits";
import type { GitLocation } from "./location";
import { readAllFiles } from "./trees";

/** A file that differs between two trees; hashes are those of its content. */
export type FileChange =
  | { status: "added"; path: string; newHash: string }
  | { status: "removed"; path: string; oldHash: string }
  | { status: "modified"; path: string; oldHash: string; newHash: string }
  /** Same content under another name. */
  | { status: "renamed"; oldPath: string; path: string; hash: string };

/** What merging the source would bring to the destination: the way from their merge base to the source. */
export async function changesBetween(
  location: GitLocation,
  destination: string,
  source: string,
): Promise<FileChange[]> {
  const base = await mergeBase(location, destination, source);
  const before = base ? await filesOf(location, base) : new Map<string, string>();
  return pairRenames(compare(before, await filesOf(location, source)));
}

/** The best common ancestor of two commits; undefined when their histories never met. */
export async function mergeBase(
  location: GitLocation,
  left: string,
  right: string,
): Promise<string | undefined> {
  const bases: string[] = await findMergeBase({ ...location, oids: [left, right] });
  return bases[0];
}

async function filesOf(location: GitLocation, hash: string): Promise<Map<string, string>> {
  return readAllFiles(location, (await requireCommit(location, hash)).tree);
}

function compare(before: Map<string, string>, after: Map<string, string>): FileChange[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  return paths.flatMap((path): FileChange[] => {
    const oldHash = before.get(path);
    const newHash = after.get(path);
    if (oldHash === newHash) return [];
    if (newHash === undefined) return oldHash ? [{ status: "removed", path, oldHash }] : [];
    if (oldHash === undefined) return [{ status: "added", path, newHash }];
    return [{ status: "modified", path, oldHash, newHash }];
  });
}

function pairRenames(changes: readonly FileChange[]): FileChange[] {
  const removed = new Map<string, string>();
  for (const change of changes) {
    if (change.status === "removed") removed.set(change.oldHash, change.path);
  }
  const moved = new Set<string>();
  const paired = changes.map((change): FileChange => {
    if (change.status !== "added") return change;
    const oldPath = removed.get(change.newHash);
    if (oldPath === undefined || moved.has(oldPath)) return change;
    moved.add(oldPath);
    return { status: "renamed", oldPath, path: change.path, hash: change.newHash };
  });
  return paired.filter((change) => change.status !== "removed" || !moved.has(change.path));
}
