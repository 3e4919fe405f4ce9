import { z } from "zod";
import { requireRepository } from "../access";
import { defineTool } from "../define-tool";
import { requireCommit } from "../git/commits";
import { findBranch, readBranches, readTags } from "../git/references";
import { querying, repositoryInput } from "../inputs";
import { pageInput, paginate } from "../paging";
import { notFound } from "../provider-error";
import { select } from "../query/select";
import { pageShape, referenceShape } from "../shapes";
import { viewBranch, viewTag } from "../views/branch-view";
import { apiLink } from "../views/links";
import { fullName } from "../views/repository-view";

const listInput = z.object({ ...repositoryInput, ...querying, ...pageInput(100) });

export const branchTools = [
  defineTool({
    slug: "BITBUCKET_LIST_BRANCHES",
    name: "List branches",
    description:
      'Lists the open branches of a repository, optionally filtered (`name ~ "feature/"`) and sorted (`name`, `-target.date`).',
    hints: ["readOnlyHint"],
    scopes: ["repository"],
    endpoint: "/repositories/{workspace}/{repo_slug}/refs/branches",
    input: listInput,
    output: pageShape(referenceShape),
    async run(session, input) {
      const { repository } = requireRepository(session, input);
      const location = session.git(repository);
      const branches = await readBranches(location);
      const items = await Promise.all(
        branches.map(async ({ name, hash }) =>
          viewBranch(session.document, repository, name, await requireCommit(location, hash)),
        ),
      );
      const address = apiLink(`repositories/${fullName(repository)}/refs/branches`).href;
      return paginate(select(items, input), { ...input, address });
    },
  }),
  defineTool({
    slug: "BITBUCKET_GET_BRANCH",
    name: "Get branch",
    description: "Retrieves one branch of a repository with the commit it points to.",
    hints: ["readOnlyHint"],
    scopes: ["repository"],
    endpoint: "/repositories/{workspace}/{repo_slug}/refs/branches/{name}",
    input: z.object({
      ...repositoryInput,
      name: z.string().min(1).describe("Name of the branch, without `refs/heads/`."),
    }),
    output: referenceShape,
    async run(session, input) {
      const { repository } = requireRepository(session, input);
      const location = session.git(repository);
      const hash = await findBranch(location, input.name);
      if (!hash) throw notFound(`Branch "${input.name}" does not exist.`);
      const target = await requireCommit(location, hash);
      return viewBranch(session.document, repository, input.name, target);
    },
  }),
  defineTool({
    slug: "BITBUCKET_LIST_TAGS",
    name: "List tags",
    description: "Lists the tags of a repository, optionally filtered and sorted.",
    hints: ["readOnlyHint"],
    scopes: ["repository"],
    endpoint: "/repositories/{workspace}/{repo_slug}/refs/tags",
    input: listInput,
    output: pageShape(referenceShape),
    async run(session, input) {
      const { repository } = requireRepository(session, input);
      const location = session.git(repository);
      const items = await Promise.all(
        (await readTags(location)).map(async ({ name, hash }) =>
          viewTag(session.document, repository, name, await requireCommit(location, hash)),
        ),
      );
      const address = apiLink(`repositories/${fullName(repository)}/refs/tags`).href;
      return paginate(select(items, input), { ...input, address });
    },
  }),
];
