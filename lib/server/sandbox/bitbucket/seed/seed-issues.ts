import type { Comment } from "../store/comment-schema";
import type { Issue } from "../store/issue-schema";
import type { SeedIssue } from "./content-types";
import { daysBefore } from "./moments";
import { people } from "./people";

type SeedThread = { opened: number; changed?: number; comments?: SeedIssue["comments"] };

/** Turns seeded issues into stored ones; they are numbered in their order. */
export function seedIssues(
  issues: readonly SeedIssue[],
  now: Date,
  nextCommentId: () => number,
): Issue[] {
  return issues.map((entry, index) => ({
    id: index + 1,
    title: entry.title,
    content: entry.content,
    state: entry.state,
    kind: entry.kind,
    priority: entry.priority,
    reporter: people[entry.by].uuid,
    assignee: entry.assignee ? people[entry.assignee].uuid : null,
    component: entry.component ?? null,
    milestone: entry.milestone ?? null,
    version: entry.version ?? null,
    dueOn: null,
    votes: entry.votes ?? 0,
    ...seedThread(entry, now, nextCommentId),
  }));
}

/** The dates and comments of something people talk about. */
export function seedThread(
  entry: SeedThread,
  now: Date,
  nextCommentId: () => number,
): { createdOn: string; updatedOn: string; comments: Comment[] } {
  const comments = entry.comments ?? [];
  const latest = [entry.changed ?? entry.opened, ...comments.map(({ daysAgo }) => daysAgo)];
  return {
    createdOn: daysBefore(now, entry.opened),
    updatedOn: daysBefore(now, Math.min(...latest)),
    comments: comments.map(({ by, text, daysAgo }) => ({
      id: nextCommentId(),
      author: people[by].uuid,
      content: text,
      createdOn: daysBefore(now, daysAgo),
      updatedOn: daysBefore(now, daysAgo),
      parent: null,
      inline: null,
    })),
  };
}
