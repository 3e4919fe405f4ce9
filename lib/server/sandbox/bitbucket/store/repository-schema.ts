import { z } from "zod";
import { issueSchema } from "./issue-schema";
import { pullRequestSchema } from "./pull-request-schema";

const labelSchema = z.object({ id: z.int(), name: z.string() });

export const repositorySchema = z.object({
  uuid: z.string(),
  /** Slugs. Together they are the address of the git repository inside the world's folder. */
  workspace: z.string(),
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  language: z.string(),
  isPrivate: z.boolean(),
  forkPolicy: z.enum(["allow_forks", "no_public_forks", "no_forks"]),
  hasWiki: z.boolean(),
  /** `sunset`: answers as Bitbucket does since it removed issues. */
  issueTracker: z.enum(["on", "off", "sunset"]),
  projectKey: z.string(),
  createdOn: z.string(),
  updatedOn: z.string(),
  /** Null while nobody has pushed. */
  mainBranch: z.string().nullable(),
  /** Rights beyond those a workspace role brings. */
  permissions: z.array(
    z.object({ account: z.string(), permission: z.enum(["read", "write", "admin"]) }),
  ),
  components: z.array(labelSchema),
  milestones: z.array(labelSchema),
  versions: z.array(labelSchema),
  /** Numbers are never given twice, not even after a deletion. */
  lastIssueId: z.int(),
  issues: z.array(issueSchema),
  lastPullRequestId: z.int(),
  pullRequests: z.array(pullRequestSchema),
});
export type Repository = z.infer<typeof repositorySchema>;
