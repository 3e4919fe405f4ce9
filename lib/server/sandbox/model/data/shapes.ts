import { z } from "zod";

/** What the scripts read out of Bitbucket's objects. Everything else passes by; a field of another form counts as absent. */

const text = z.string().min(1).optional().catch(undefined);
const number = z.number().optional().catch(undefined);
const flag = z.boolean().optional().catch(undefined);
const linksSchema = z
  .object({ html: z.object({ href: z.string() }).optional().catch(undefined) })
  .optional()
  .catch(undefined);

const userSchema = z.object({
  uuid: text,
  display_name: text,
  nickname: text,
  username: text,
  account_id: text,
});
export type User = z.infer<typeof userSchema>;

const optionalUser = userSchema.nullish().catch(undefined);
const namedBranch = z
  .object({ branch: z.object({ name: z.string() }) })
  .optional()
  .catch(undefined);

const pullRequestSchema = z.object({
  id: z.number(),
  title: text,
  state: text,
  author: optionalUser,
  source: namedBranch,
  destination: namedBranch,
  comment_count: number,
  created_on: text,
  updated_on: text,
  merge_commit: z.object({ hash: text }).nullish().catch(undefined),
  participants: z
    .array(z.object({ user: optionalUser, approved: flag, state: text }))
    .optional()
    .catch(undefined),
  links: linksSchema,
});

export const shapes = {
  user: userSchema,
  workspace: z
    .looseObject({ slug: text, workspace: z.object({ slug: text }).optional().catch(undefined) })
    .transform((value) => ({ slug: value.slug ?? value.workspace?.slug ?? "" }))
    .refine(({ slug }) => slug !== ""),
  member: z.object({ user: userSchema }).transform(({ user }) => user),
  repository: z.object({
    full_name: z.string().includes("/"),
    name: text,
    description: text,
    is_private: flag,
    has_issues: flag,
    updated_on: text,
    mainbranch: z.object({ name: text }).nullish().catch(undefined),
    links: linksSchema,
  }),
  branch: z.object({
    name: z.string(),
    target: z
      .object({
        hash: text,
        date: text,
        message: text,
        author: z.object({ raw: text, user: optionalUser }).optional().catch(undefined),
      })
      .optional()
      .catch(undefined),
    links: linksSchema,
  }),
  commit: z.object({
    hash: z.string(),
    message: text,
    date: text,
    author: z.object({ raw: text, user: optionalUser }).optional().catch(undefined),
  }),
  pullRequest: pullRequestSchema,
  /** A single pull request comes by itself or under `pull_request`. */
  pullRequestDetails: z.union([
    z.object({ pull_request: pullRequestSchema }).transform((value) => value.pull_request),
    pullRequestSchema,
  ]),
  issue: z.object({
    id: z.coerce.number(),
    title: text,
    state: text,
    priority: text,
    kind: text,
    assignee: optionalUser,
    created_on: text,
    updated_on: text,
    links: linksSchema,
  }),
  comment: z.object({
    user: optionalUser,
    content: z.object({ raw: text }).optional().catch(undefined),
    created_on: text,
    links: linksSchema,
  }),
  snippet: z.object({
    id: z.string(),
    title: text,
    files: z.record(z.string(), z.unknown()).optional().catch(undefined),
    owner: optionalUser,
    links: linksSchema,
  }),
  file: z.object({ path: text, size: number, data: z.string() }),
  fileChange: z.object({
    status: text,
    lines_added: number,
    lines_removed: number,
    new: z.object({ path: text }).nullish().catch(undefined),
    old: z.object({ path: text }).nullish().catch(undefined),
  }),
} as const;

export type Repository = z.infer<typeof shapes.repository>;
export type Branch = z.infer<typeof shapes.branch>;
export type PullRequest = z.infer<typeof shapes.pullRequest>;
export type Issue = z.infer<typeof shapes.issue>;
