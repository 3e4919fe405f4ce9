import { z } from "zod";
import { commentSchema } from "./comment-schema";

export const issueStates = [
  "new",
  "open",
  "resolved",
  "on hold",
  "invalid",
  "duplicate",
  "wontfix",
  "closed",
] as const;
export const issueKinds = ["bug", "enhancement", "proposal", "task"] as const;
export const issuePriorities = ["trivial", "minor", "major", "critical", "blocker"] as const;

export const issueSchema = z.object({
  id: z.int(),
  title: z.string(),
  content: z.string(),
  state: z.enum(issueStates),
  kind: z.enum(issueKinds),
  priority: z.enum(issuePriorities),
  reporter: z.string(),
  assignee: z.string().nullable(),
  /** Names out of the repository's own lists. */
  component: z.string().nullable(),
  milestone: z.string().nullable(),
  version: z.string().nullable(),
  dueOn: z.string().nullable(),
  votes: z.int(),
  createdOn: z.string(),
  updatedOn: z.string(),
  comments: z.array(commentSchema),
});
export type Issue = z.infer<typeof issueSchema>;
