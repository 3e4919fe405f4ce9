import { Errors, merge, writeCommit } from "isomorphic-git";
import { mergeBase } from "./changes";
import { findCommit } from "./commits";
import type { GitLocation } from "./location";

export const mergeStrategies = ["merge_commit", "squash", "fast_forward"] as const;

type MergeRequest = {
  /** Hashes. */
  destination: string;
  source: string;
  strategy: (typeof mergeStrategies)[number];
  message: string;
  person: { name: string; email: string };
  at: Date;
};

export type MergeResult =
  | { status: "merged"; hash: string }
  | { status: "conflict"; paths: readonly string[] }
  /** The destination went on by itself, so there is nothing to fast-forward. */
  | { status: "diverged" };

/** Writes what the merge needs into the object database. No reference moves: that is for the caller to promise. */
export async function mergeCommits(
  location: GitLocation,
  request: MergeRequest,
): Promise<MergeResult> {
  switch (request.strategy) {
    case "merge_commit":
      return joinHistories(location, request);
    case "squash":
      return squash(location, request);
    case "fast_forward": {
      const base = await mergeBase(location, request.destination, request.source);
      return base === request.destination
        ? { status: "merged", hash: request.source }
        : { status: "diverged" };
    }
  }
}

async function joinHistories(location: GitLocation, request: MergeRequest): Promise<MergeResult> {
  try {
    const { oid = request.destination } = await merge({
      ...location,
      ours: request.destination,
      theirs: request.source,
      message: request.message,
      author: signatureOf(request),
      committer: signatureOf(request),
      fastForward: false,
      noUpdateBranch: true,
    });
    return { status: "merged", hash: oid };
  } catch (error) {
    if (error instanceof Errors.MergeConflictError) {
      return { status: "conflict", paths: error.data.filepaths };
    }
    if (error instanceof Errors.MergeNotSupportedError) return { status: "conflict", paths: [] };
    throw error;
  }
}

/** The joined tree as one ordinary commit on top of the destination. */
async function squash(location: GitLocation, request: MergeRequest): Promise<MergeResult> {
  const joined = await joinHistories(location, request);
  if (joined.status !== "merged") return joined;
  const commit = await findCommit(location, joined.hash);
  if (!commit || joined.hash === request.destination) return joined;
  const signature = signatureOf(request);
  const hash = await writeCommit({
    ...location,
    commit: {
      tree: commit.tree,
      parent: [request.destination],
      message: `${request.message.trimEnd()}\n`,
      author: signature,
      committer: signature,
    },
  });
  return { status: "merged", hash };
}

function signatureOf({ person, at }: MergeRequest) {
  return { ...person, timestamp: Math.floor(at.getTime() / 1_000), timezoneOffset: 0 };
}
