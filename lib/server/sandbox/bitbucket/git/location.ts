import fs from "node:fs";

/** Where a git repository is, in the form isomorphic-git takes. The cache lives as long as one call. */
export type GitLocation = { fs: typeof fs; gitdir: string; cache: object };

export function locateGit(gitdir: string): GitLocation {
  return { fs, gitdir, cache: {} };
}
