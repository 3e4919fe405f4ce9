import { listBranches, listTags, resolveRef } from "isomorphic-git";
import type { GitLocation } from "./location";

export type Reference = { name: string; hash: string };

/** A branch's commit, or undefined when there is no such branch. */
export async function findBranch(location: GitLocation, name: string): Promise<string | undefined> {
  const names = await listBranches(location);
  return names.includes(name) ? resolveRef({ ...location, ref: branchReference(name) }) : undefined;
}

export async function findTag(location: GitLocation, name: string): Promise<string | undefined> {
  const names = await listTags(location);
  return names.includes(name) ? resolveRef({ ...location, ref: tagReference(name) }) : undefined;
}

export async function readBranches(location: GitLocation): Promise<Reference[]> {
  return resolveAll(location, await listBranches(location), branchReference);
}

export async function readTags(location: GitLocation): Promise<Reference[]> {
  return resolveAll(location, await listTags(location), tagReference);
}

export function branchReference(name: string): string {
  return `refs/heads/${name}`;
}

function tagReference(name: string): string {
  return `refs/tags/${name}`;
}

async function resolveAll(
  location: GitLocation,
  names: readonly string[],
  referenceOf: (name: string) => string,
): Promise<Reference[]> {
  return Promise.all(
    names.map(async (name) => ({
      name,
      hash: await resolveRef({ ...location, ref: referenceOf(name) }),
    })),
  );
}
