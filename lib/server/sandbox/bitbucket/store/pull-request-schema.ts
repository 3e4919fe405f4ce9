import { z } from "zod";
import { commentSchema } from "./comment-schema";

export const pullRequestSchema = z.object({
  id: z.int(),
  title: z.string(),
  description: z.string(),
  state: z.enum(["OPEN", "MERGED", "DECLINED", "SUPERSEDED"]),
  draft: z.boolean(),
  author: z.string(),
  sourceBranch: z.string(),
  destinationBranch: z.string(),
  /** Where the branches stood when the pull request was opened or, once it is closed, at that moment. */
  sourceCommit: z.string(),
  destinationCommit: z.string(),
  mergeCommit: z.string().nullable(),
  closeSourceBranch: z.boolean(),
  closedBy: z.string().nullable(),
  reviewers: z.array(z.string()),
  participants: z.array(
    z.object({
      account: z.string(),
      state: z.enum(["approved", "changes_requested"]).nullable(),
      participatedOn: z.string().nullable(),
    }),
  ),
  comments: z.array(commentSchema),
  taskCount: z.int(),
  createdOn: z.string(),
  updatedOn: z.string(),
});
export type PullRequest = z.infer<typeof pullRequestSchema>;
