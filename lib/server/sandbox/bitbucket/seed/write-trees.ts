import { writeTree } from "isomorphic-git";
import type { GitLocation } from "../git/location";

/** Hashes of trees already written to a repository, by what is in them. */
export type KnownTrees = Map<string, string>;

/** Writes the trees for a flat list of files (path → hash of the content) and returns the root's hash. */
export async function writeTrees(
  location: GitLocation,
  files: ReadonlyMap<string, string>,
  known: KnownTrees,
): Promise<string> {
  const signature = JSON.stringify([...files]);
  const before = known.get(signature);
  if (before) return before;
  const folders = new Map<string, Map<string, string>>();
  const entries: { mode: string; path: string; oid: string; type: "blob" | "tree" }[] = [];
  for (const [path, oid] of files) {
    const slash = path.indexOf("/");
    if (slash < 0) {
      entries.push({ mode: "100644", path, oid, type: "blob" });
      continue;
    }
    const folder = path.slice(0, slash);
    const inside = folders.get(folder) ?? new Map<string, string>();
    folders.set(folder, inside.set(path.slice(slash + 1), oid));
  }
  for (const [path, inside] of folders) {
    const oid = await writeTrees(location, inside, known);
    entries.push({ mode: "040000", path, oid, type: "tree" });
  }
  const hash = await writeTree({ ...location, tree: entries });
  known.set(signature, hash);
  return hash;
}
