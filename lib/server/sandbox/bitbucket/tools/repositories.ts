import { z } from "zod";
import { mayUse, requireRepository, requireWorkspace } from "../access";
import { defineTool } from "../define-tool";
import { querying, repositoryInput, workspaceInput } from "../inputs";
import { paginate } from "../paging";
import { select } from "../query/select";
import { pageShape, repositoryShape } from "../shapes";
import { apiLink } from "../views/links";
import { viewRepository } from "../views/repository-view";

const permissionOf = {
  member: "read",
  contributor: "write",
  admin: "admin",
  owner: "admin",
} as const;

export const repositoryTools = [
  defineTool({
    slug: "BITBUCKET_LIST_REPOSITORIES_IN_WORKSPACE",
    name: "List repositories in workspace",
    description:
      "Lists the repositories of a workspace that the authenticated user can access, optionally filtered by role or query and sorted.",
    hints: ["readOnlyHint"],
    scopes: ["repository"],
    endpoint: "/repositories/{workspace}",
    input: z.object({
      ...workspaceInput,
      ...querying,
      role: z
        .enum(["member", "contributor", "admin", "owner"])
        .optional()
        .describe("Only repositories in which the authenticated user has this role."),
    }),
    output: pageShape(repositoryShape),
    run(session, input) {
      const workspace = requireWorkspace(session, input.workspace);
      const items = session.document.repositories
        .filter((repository) => repository.workspace === workspace.slug)
        .filter((repository) => mayUse(session, repository, permissionOf[input.role ?? "member"]))
        .map((repository) => viewRepository(workspace, repository));
      return paginate(select(items, input), {
        ...input,
        address: apiLink(`repositories/${workspace.slug}`).href,
      });
    },
  }),
  defineTool({
    slug: "BITBUCKET_GET_REPOSITORY",
    name: "Get repository",
    description: "Retrieves one repository of a workspace by its slug.",
    hints: ["readOnlyHint"],
    scopes: ["repository"],
    endpoint: "/repositories/{workspace}/{repo_slug}",
    input: z.object(repositoryInput),
    output: repositoryShape,
    run(session, input) {
      const { workspace, repository } = requireRepository(session, input);
      return viewRepository(workspace, repository);
    },
  }),
  defineTool({
    slug: "BITBUCKET_DELETE_REPOSITORY",
    name: "Delete repository",
    description:
      "Permanently deletes a Bitbucket repository; this action is irreversible and does not affect forks.",
    hints: ["destructiveHint"],
    scopes: ["repository:delete"],
    endpoint: "/repositories/{workspace}/{repo_slug}",
    input: z.object(repositoryInput),
    output: z.looseObject({ message: z.string() }),
    run(session, input) {
      const { repository } = requireRepository(session, input, "admin");
      const { workspace, slug } = repository;
      session.document.repositories = session.document.repositories.filter(
        (candidate) => candidate !== repository,
      );
      session.promise({ type: "delete-repository", workspace, slug });
      return { message: `Repository ${workspace}/${slug} has been successfully deleted` };
    },
  }),
];
