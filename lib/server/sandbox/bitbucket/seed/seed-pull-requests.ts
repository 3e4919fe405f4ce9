import type { Comment } from "../store/comment-schema";
import type { PullRequest } from "../store/pull-request-schema";
import type { SeedPullRequest, SeedRepository } from "./content-types";
import { momentsBetween } from "./moments";
import { people } from "./people";
import type { WrittenHistory } from "./write-history";

const hour = 3_600_000;

/** Turns seeded pull requests into stored ones, dated after the commits they are about. */
export function seedPullRequests(
  seed: SeedRepository,
  history: WrittenHistory,
  now: Date,
  nextCommentId: () => number,
): PullRequest[] {
  return seed.pullRequests.map((entry) => {
    const life = lifeOf(seed, entry, history, now);
    const comments = entry.comments ?? [];
    const moments = momentsBetween(life.createdOn, life.endedOn, comments.length);
    return {
      id: entry.id,
      title: entry.title,
      description: entry.description,
      state: entry.state,
      draft: entry.draft ?? false,
      author: people[entry.by].uuid,
      sourceBranch: entry.source,
      destinationBranch: entry.destination ?? seed.mainBranch,
      sourceCommit: life.sourceCommit,
      destinationCommit: life.destinationCommit,
      mergeCommit: life.mergeCommit,
      closeSourceBranch: entry.closeSourceBranch ?? false,
      closedBy: life.closedBy,
      reviewers: (entry.reviewers ?? []).map((key) => people[key].uuid),
      participants: participantsOf(entry, life.endedOn),
      comments: comments.map((comment, index): Comment => {
        const createdOn = moments[index] ?? life.createdOn;
        return {
          id: nextCommentId(),
          author: people[comment.by].uuid,
          content: comment.text,
          createdOn,
          updatedOn: createdOn,
          parent: null,
          inline: comment.path
            ? { path: comment.path, from: null, to: comment.line ?? null }
            : null,
        };
      }),
      taskCount: entry.tasks ?? 0,
      createdOn: life.createdOn,
      updatedOn: entry.state === "OPEN" ? (moments.at(-1) ?? life.createdOn) : life.endedOn,
    };
  });
}

type Life = Pick<
  PullRequest,
  "createdOn" | "sourceCommit" | "destinationCommit" | "mergeCommit" | "closedBy"
> & { endedOn: string };

function lifeOf(
  seed: SeedRepository,
  entry: SeedPullRequest,
  history: WrittenHistory,
  now: Date,
): Life {
  if (entry.state === "MERGED") {
    const merge = history.merges.get(entry.id);
    if (!merge) throw new Error(`${seed.slug}: pull request ${entry.id} was never merged.`);
    return {
      createdOn: soonAfter(merge.source.at, merge.at),
      endedOn: merge.at,
      sourceCommit: merge.source.hash,
      destinationCommit: merge.destination.hash,
      mergeCommit: merge.hash,
      closedBy: merge.by,
    };
  }
  const source = history.branches.get(entry.source);
  const destination = history.branches.get(entry.destination ?? seed.mainBranch);
  if (!source || !destination) throw new Error(`${seed.slug}: ${entry.id} lacks a branch.`);
  const createdOn = soonAfter(source.at, now.toISOString());
  const open = entry.state === "OPEN";
  return {
    createdOn,
    endedOn: open ? now.toISOString() : halfway(createdOn, now),
    sourceCommit: source.hash,
    destinationCommit: destination.hash,
    mergeCommit: null,
    closedBy: open ? null : people[entry.by].uuid,
  };
}

function participantsOf(entry: SeedPullRequest, at: string): PullRequest["participants"] {
  const keys = new Set([
    ...(entry.reviewers ?? []),
    ...(entry.approvedBy ?? []),
    ...(entry.changesRequestedBy ?? []),
    ...(entry.comments ?? []).map(({ by }) => by),
  ]);
  return [...keys].map((key) => {
    const approved = entry.approvedBy?.includes(key);
    const blocked = entry.changesRequestedBy?.includes(key);
    const spoke = entry.comments?.some(({ by }) => by === key);
    return {
      account: people[key].uuid,
      state: approved ? "approved" : blocked ? "changes_requested" : null,
      participatedOn: approved || blocked || spoke ? at : null,
    };
  });
}

function soonAfter(moment: string, limit: string): string {
  const start = Date.parse(moment);
  return new Date(Math.min(start + hour, (start + Date.parse(limit)) / 2)).toISOString();
}

function halfway(moment: string, now: Date): string {
  return new Date((Date.parse(moment) + now.getTime()) / 2).toISOString();
}
