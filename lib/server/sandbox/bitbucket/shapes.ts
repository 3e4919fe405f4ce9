import { z } from "zod";

/** What the tools promise of the things they answer with. More fields come along, as from Bitbucket. */

const time = z.string().describe("ISO 8601.");
const links = z.looseObject({ html: z.looseObject({ href: z.string() }) });
const content = z.looseObject({ raw: z.string() });

export const userShape = z.looseObject({
  type: z.literal("user"),
  uuid: z.string(),
  display_name: z.string(),
  nickname: z.string(),
  account_id: z.string(),
  links,
});

export const workspaceShape = z.looseObject({
  type: z.literal("workspace"),
  uuid: z.string(),
  slug: z.string(),
  name: z.string(),
  is_private: z.boolean(),
  created_on: time,
  links,
});

export const repositoryShape = z.looseObject({
  type: z.literal("repository"),
  uuid: z.string(),
  name: z.string(),
  full_name: z.string(),
  description: z.string(),
  language: z.string(),
  is_private: z.boolean(),
  mainbranch: z.looseObject({ name: z.string() }).nullable(),
  created_on: time,
  updated_on: time,
  links,
});

export const commitShape = z.looseObject({
  type: z.literal("commit"),
  hash: z.string(),
  date: time,
  message: z.string(),
  author: z.looseObject({ raw: z.string() }),
  links,
});

export const referenceShape = z.looseObject({
  type: z.enum(["branch", "tag"]),
  name: z.string(),
  target: commitShape,
  links,
});

export const sourceItemShape = z.looseObject({
  type: z.enum(["commit_file", "commit_directory"]),
  path: z.string(),
});

export const pullRequestShape = z.looseObject({
  type: z.literal("pullrequest"),
  id: z.int(),
  title: z.string(),
  description: z.string(),
  state: z.enum(["OPEN", "MERGED", "DECLINED", "SUPERSEDED"]),
  draft: z.boolean(),
  author: userShape.nullable(),
  source: z.looseObject({ branch: z.looseObject({ name: z.string() }) }),
  destination: z.looseObject({ branch: z.looseObject({ name: z.string() }) }),
  reviewers: z.array(userShape),
  participants: z.array(z.looseObject({ approved: z.boolean() })),
  comment_count: z.int(),
  task_count: z.int(),
  created_on: time,
  updated_on: time,
  links,
});

export const fileChangeShape = z.looseObject({
  type: z.literal("diffstat"),
  status: z.enum(["added", "removed", "modified", "renamed"]),
  lines_added: z.int(),
  lines_removed: z.int(),
  old: z.looseObject({ path: z.string() }).nullable(),
  new: z.looseObject({ path: z.string() }).nullable(),
});

export const issueShape = z.looseObject({
  type: z.literal("issue"),
  id: z.int(),
  title: z.string(),
  content,
  state: z.string(),
  kind: z.string(),
  priority: z.string(),
  created_on: time,
  updated_on: time,
  links,
});

export const commentShape = z.looseObject({
  type: z.string(),
  id: z.int(),
  content,
  created_on: time,
  updated_on: time,
});

export const snippetShape = z.looseObject({
  type: z.literal("snippet"),
  id: z.string(),
  title: z.string(),
  is_private: z.boolean(),
  created_on: time,
  updated_on: time,
  links,
});

export function pageShape(item: z.ZodType) {
  return z.looseObject({
    values: z.array(item),
    page: z.int(),
    pagelen: z.int(),
    size: z.int(),
    next: z.string().optional().describe("Address of the next page; absent on the last."),
  });
}
