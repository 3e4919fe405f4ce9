import { z } from "zod";
import { accountSchema, workspaceSchema } from "./account-schema";
import { changeLogEntrySchema } from "./change-log";
import { commentSchema } from "./comment-schema";
import { gitOperationSchema } from "./git-operation";
import { repositorySchema } from "./repository-schema";

const snippetSchema = z.object({
  /** The encoded id of Bitbucket's addresses. */
  id: z.string(),
  workspace: z.string(),
  title: z.string(),
  isPrivate: z.boolean(),
  creator: z.string(),
  files: z.array(z.string()),
  createdOn: z.string(),
  updatedOn: z.string(),
  comments: z.array(commentSchema),
});
export type Snippet = z.infer<typeof snippetSchema>;

/** Everything of one world that git does not hold. Lists, not maps: no id can be mistaken for a prototype's key. */
export const worldSchema = z.object({
  format: z.literal(1),
  accounts: z.array(accountSchema),
  workspaces: z.array(workspaceSchema),
  repositories: z.array(repositorySchema),
  snippets: z.array(snippetSchema),
  lastCommentId: z.int(),
  changeLog: z.array(changeLogEntrySchema),
  /** Changes to git that the last entry of the log promises and that may not have happened yet. */
  pendingOperations: z.array(gitOperationSchema),
});
export type WorldDocument = z.infer<typeof worldSchema>;
