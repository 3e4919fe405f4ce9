import { z } from "zod";

export const accountSchema = z.object({
  /** With braces. Everything else in a world refers to an account by this. */
  uuid: z.string(),
  accountId: z.string(),
  nickname: z.string(),
  displayName: z.string(),
  /** What commits carry. Never rendered except inside a commit's raw author. */
  email: z.string(),
  /** ISO 8601. */
  createdOn: z.string(),
});
export type Account = z.infer<typeof accountSchema>;

export const workspaceSchema = z.object({
  uuid: z.string(),
  slug: z.string(),
  name: z.string(),
  isPrivate: z.boolean(),
  createdOn: z.string(),
  /** Oldest first: a repository created without a project key goes into the first. */
  projects: z.array(z.object({ uuid: z.string(), key: z.string(), name: z.string() })),
  members: z.array(
    z.object({
      account: z.string(),
      /** An owner administers every repository, a collaborator may create some, a member may not. */
      permission: z.enum(["owner", "collaborator", "member"]),
    }),
  ),
});
export type Workspace = z.infer<typeof workspaceSchema>;
