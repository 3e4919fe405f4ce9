import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { indexPack, init, packObjects } from "isomorphic-git";
import { type GitLocation, locateGit } from "../git/location";
import type { SeedRepository } from "./content-types";
import { type WrittenHistory, writeHistory } from "./write-history";

/**
 * Makes a seeded repository on disk: bare, its objects in one pack and its references in one file, so that
 * copying it for a new world copies a handful of files.
 */
export async function writeGit(
  gitdir: string,
  seed: SeedRepository,
  now: Date,
): Promise<WrittenHistory> {
  const location = locateGit(gitdir);
  await mkdir(gitdir, { recursive: true });
  await init({ ...location, bare: true, defaultBranch: seed.mainBranch });
  const history = await writeHistory(location, seed, now);
  await packLooseObjects(location);
  await writeFile(join(gitdir, "packed-refs"), packedReferences(history));
  return history;
}

async function packLooseObjects(location: GitLocation): Promise<void> {
  const objects = join(location.gitdir, "objects");
  const folders = (await readdir(objects)).filter((name) => /^[0-9a-f]{2}$/.test(name));
  const hashes: string[] = [];
  for (const folder of folders) {
    for (const rest of await readdir(join(objects, folder))) hashes.push(`${folder}${rest}`);
  }
  await mkdir(join(objects, "pack"), { recursive: true });
  const { filename } = await packObjects({ ...location, oids: hashes, write: true });
  await indexPack({
    ...location,
    dir: location.gitdir,
    filepath: join("objects", "pack", filename),
  });
  const leftovers = [
    ...folders.map((folder) => join("objects", folder)),
    "objects/info",
    "hooks",
    "info",
  ];
  await Promise.all(
    leftovers.map((folder) => rm(join(location.gitdir, folder), { recursive: true, force: true })),
  );
}

function packedReferences({ branches, tags }: WrittenHistory): string {
  const lines = [
    ...[...branches].map(([name, { hash }]) => ({ reference: `refs/heads/${name}`, hash })),
    ...[...tags].map(([name, hash]) => ({ reference: `refs/tags/${name}`, hash })),
  ].sort((left, right) => (left.reference < right.reference ? -1 : 1));
  const header = "# pack-refs with: peeled fully-peeled sorted";
  return [header, ...lines.map(({ hash, reference }) => `${hash} ${reference}`), ""].join("\n");
}
