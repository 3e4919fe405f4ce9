import { randomUUID } from "node:crypto";
import { z } from "zod";
import { requireWorkspace, workspacePermission } from "../access";
import { defineTool } from "../define-tool";
import { workspaceInput } from "../inputs";
import { badRequest, forbidden, invalidField } from "../provider-error";
import { repositoryShape } from "../shapes";
import type { Workspace } from "../store/account-schema";
import { slugPattern } from "../store/paths";
import type { Repository } from "../store/repository-schema";
import { viewRepository } from "../views/repository-view";

const input = z.object({
  ...workspaceInput,
  repo_slug: z
    .string()
    .min(1)
    .describe("Slug of the new repository: lower-case letters, digits, `.`, `_` and `-`."),
  description: z.string().optional().describe("What the repository is for."),
  is_private: z.boolean().default(true).describe("Whether the repository is private."),
  has_issues: z.boolean().default(true).describe("Whether it has an issue tracker."),
  has_wiki: z.boolean().default(true).describe("Whether it has a wiki."),
  fork_policy: z
    .enum(["allow_forks", "no_public_forks", "no_forks"])
    .default("allow_forks")
    .describe("Who may fork it."),
  language: z.string().optional().describe("Main programming language, in lower case."),
  project_key: z
    .string()
    .optional()
    .describe("Key of the project it belongs to; the workspace's oldest project by default."),
});

export const createRepositoryTool = defineTool({
  slug: "BITBUCKET_CREATE_REPOSITORY",
  name: "Create repository",
  description:
    "Creates a new, empty git repository in a workspace, in the workspace's oldest project unless `project_key` is given.",
  hints: ["createHint"],
  scopes: ["repository:write"],
  endpoint: "/repositories/{workspace}/{repo_slug}",
  input,
  output: repositoryShape,
  run(session, given) {
    const workspace = requireWorkspace(session, given.workspace);
    if (workspacePermission(session, workspace) === "member") {
      throw forbidden(`You cannot create repositories in the workspace ${workspace.slug}.`);
    }
    const slug = given.repo_slug;
    if (!slugPattern.test(slug)) {
      throw invalidField("slug", "Use lower-case letters, digits, dots, underscores and dashes.");
    }
    const { repositories } = session.document;
    if (repositories.some((other) => other.workspace === workspace.slug && other.slug === slug)) {
      throw badRequest("Repository with this Slug and Owner already exists.");
    }
    const repository: Repository = {
      uuid: `{${randomUUID()}}`,
      workspace: workspace.slug,
      slug,
      name: slug,
      description: given.description ?? "",
      language: given.language?.toLowerCase() ?? "",
      isPrivate: given.is_private,
      forkPolicy: given.fork_policy,
      hasWiki: given.has_wiki,
      issueTracker: given.has_issues ? "on" : "off",
      projectKey: projectFor(workspace, given.project_key),
      createdOn: session.now,
      updatedOn: session.now,
      mainBranch: null,
      permissions: [{ account: session.viewer.uuid, permission: "admin" }],
      components: [],
      milestones: [],
      versions: [],
      lastIssueId: 0,
      issues: [],
      lastPullRequestId: 0,
      pullRequests: [],
    };
    repositories.push(repository);
    session.promise({ type: "create-repository", workspace: workspace.slug, slug });
    return viewRepository(workspace, repository);
  },
});

function projectFor(workspace: Workspace, key: string | undefined): string {
  const project = workspace.projects.find(
    (candidate) => key === undefined || candidate.key === key.toUpperCase(),
  );
  if (!project) throw invalidField("project", `There is no project with the key ${key}.`);
  return project.key;
}
