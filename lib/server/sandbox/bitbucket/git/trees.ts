import { readBlob, readTree } from "isomorphic-git";
import type { GitLocation } from "./location";

export type TreeItem = { path: string; type: "file" | "directory"; hash: string };

/** The direct children of a folder of a tree (`""` is the root); undefined when there is no such folder. */
export async function readDirectory(
  location: GitLocation,
  tree: string,
  path: string,
): Promise<TreeItem[] | undefined> {
  const item =
    path === "" ? { type: "directory", hash: tree } : await findItem(location, tree, path);
  if (item?.type !== "directory") return undefined;
  return children(location, item.hash, path);
}

/** What a tree has at a path. Paths go through git's trees only and never touch the file system. */
export async function findItem(
  location: GitLocation,
  tree: string,
  path: string,
): Promise<TreeItem | undefined> {
  let folder = tree;
  let item: TreeItem | undefined;
  for (const [depth, name] of path.split("/").entries()) {
    if (depth > 0 && item?.type !== "directory") return undefined;
    const parent = item?.path ?? "";
    const wanted = parent === "" ? name : `${parent}/${name}`;
    item = (await children(location, folder, parent)).find((child) => child.path === wanted);
    if (!item) return undefined;
    folder = item.hash;
  }
  return item;
}

/** Every file of a tree with the hash of its content. */
export async function readAllFiles(
  location: GitLocation,
  tree: string,
  path = "",
): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const child of await children(location, tree, path)) {
    if (child.type === "file") files.set(child.path, child.hash);
    else
      for (const entry of await readAllFiles(location, child.hash, child.path)) files.set(...entry);
  }
  return files;
}

export async function readContent(location: GitLocation, hash: string): Promise<Uint8Array> {
  return (await readBlob({ ...location, oid: hash })).blob;
}

async function children(location: GitLocation, tree: string, path: string): Promise<TreeItem[]> {
  const { tree: entries } = await readTree({ ...location, oid: tree });
  return entries.map((entry) => ({
    path: path === "" ? entry.path : `${path}/${entry.path}`,
    type: entry.type === "tree" ? "directory" : "file",
    hash: entry.oid,
  }));
}
