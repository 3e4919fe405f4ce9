import { Errors, expandOid, readCommit } from "isomorphic-git";
import type { GitLocation } from "./location";
import { findBranch, findTag } from "./references";

export type Commit = {
  hash: string;
  parents: readonly string[];
  tree: string;
  message: string;
  author: { name: string; email: string };
  /** ISO 8601. */
  date: string;
};

/** Undefined when the hash is unknown or names something else than a commit. */
export async function findCommit(location: GitLocation, hash: string): Promise<Commit | undefined> {
  try {
    const { oid, commit } = await readCommit({ ...location, oid: hash });
    return {
      hash: oid,
      parents: commit.parent,
      tree: commit.tree,
      message: commit.message,
      author: { name: commit.author.name, email: commit.author.email },
      date: new Date(commit.author.timestamp * 1_000).toISOString(),
    };
  } catch (error) {
    if (error instanceof Errors.NotFoundError || error instanceof Errors.ObjectTypeError) {
      return undefined;
    }
    throw error;
  }
}

/** A commit that another object of the repository names, and that therefore is there. */
export async function requireCommit(location: GitLocation, hash: string): Promise<Commit> {
  const commit = await findCommit(location, hash);
  if (!commit) throw new Error(`The repository has lost its commit ${hash}.`);
  return commit;
}

/** Finds what a person calls a commit: a branch, a tag, a full hash, or the unambiguous beginning of one. */
export async function findRevision(
  location: GitLocation,
  revision: string,
): Promise<Commit | undefined> {
  const named = (await findBranch(location, revision)) ?? (await findTag(location, revision));
  if (named) return findCommit(location, named);
  if (/^[0-9a-f]{40}$/i.test(revision)) return findCommit(location, revision.toLowerCase());
  if (!/^[0-9a-f]{7,39}$/i.test(revision)) return undefined;
  try {
    return await findCommit(
      location,
      await expandOid({ ...location, oid: revision.toLowerCase() }),
    );
  } catch (error) {
    if (error instanceof Errors.NotFoundError || error instanceof Errors.AmbiguousError) {
      return undefined;
    }
    throw error;
  }
}
