import { z } from "zod";
import { requireRepository } from "../access";
import { defineTool } from "../define-tool";
import { branchNameProblem } from "../git/branch-name";
import { findCommit } from "../git/commits";
import { branchReference, readBranches } from "../git/references";
import { repositoryInput } from "../inputs";
import { badRequest, invalidField, notFound } from "../provider-error";
import { referenceShape } from "../shapes";
import { viewBranch } from "../views/branch-view";

export const createBranchTool = defineTool({
  slug: "BITBUCKET_CREATE_BRANCH",
  name: "Create a branch",
  description:
    "Creates a new branch in a repository from a target commit hash; the name must be unique, follow Bitbucket's naming conventions, and not include the `refs/heads/` prefix.",
  hints: ["createHint"],
  scopes: ["repository:write"],
  endpoint: "/repositories/{workspace}/{repo_slug}/refs/branches",
  input: z.object({
    ...repositoryInput,
    name: z
      .string()
      .min(1)
      .describe("Name of the new branch, without `refs/heads/`.")
      .meta({ examples: ["feature/login"] }),
    target_hash: z
      .string()
      .min(1)
      .describe("Full 40-character hash of the commit the branch will point to."),
  }),
  output: referenceShape,
  async run(session, input) {
    const { repository } = requireRepository(session, input, "write");
    const { workspace, slug } = repository;
    const { name } = input;
    const problem = branchNameProblem(name);
    if (problem) throw invalidField("name", `"${name}" is not a valid branch name: ${problem}.`);
    const hash = input.target_hash.toLowerCase();
    if (!/^[0-9a-f]{40}$/.test(hash)) {
      throw invalidField("target.hash", "Give the full 40-character hash of a commit.");
    }
    const location = session.git(repository);
    requireFreeName(
      name,
      (await readBranches(location)).map((branch) => branch.name),
    );
    const target = await findCommit(location, hash);
    if (!target) throw notFound("Commit not found", { shas: [hash] });
    session.promise({
      type: "set-reference",
      workspace,
      slug,
      reference: branchReference(name),
      hash,
    });
    repository.updatedOn = session.now;
    return viewBranch(session.document, repository, name, target);
  },
});

/** Git keeps a branch as a path, so `feature` and `feature/login` cannot both exist. */
function requireFreeName(name: string, taken: readonly string[]): void {
  if (taken.includes(name)) {
    throw badRequest(`Branch "${name}" already exists.`, { key: "BRANCH_ALREADY_EXISTS" });
  }
  const inTheWay = taken.find(
    (other) => other.startsWith(`${name}/`) || name.startsWith(`${other}/`),
  );
  if (inTheWay) {
    throw badRequest(`Branch "${name}" cannot exist beside the branch "${inTheWay}".`, {
      key: "BRANCH_NAME_CONFLICT",
    });
  }
}
