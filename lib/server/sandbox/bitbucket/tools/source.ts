import { z } from "zod";
import { requireRepository } from "../access";
import { defineTool } from "../define-tool";
import { type Commit, findRevision } from "../git/commits";
import { readHistory } from "../git/history";
import type { GitLocation } from "../git/location";
import { findItem, readContent, readDirectory } from "../git/trees";
import { repositoryInput } from "../inputs";
import { pageInput, paginate } from "../paging";
import { notFound } from "../provider-error";
import { commitShape, pageShape, sourceItemShape } from "../shapes";
import { viewCommit, viewCommitBriefly } from "../views/commit-view";
import { apiLink, escapePath } from "../views/links";
import { fullName } from "../views/repository-view";

const revisionInput = z
  .string()
  .min(1)
  .describe("Commit hash, branch name or tag name.")
  .meta({ examples: ["main"] });

export const sourceTools = [
  defineTool({
    slug: "BITBUCKET_GET_FILE_FROM_REPOSITORY",
    name: "Get file from repository",
    description:
      "Retrieves a file's content from a repository at a commit (hash, branch or tag), failing if the path is not a file there.",
    hints: ["readOnlyHint"],
    scopes: ["repository"],
    endpoint: "/repositories/{workspace}/{repo_slug}/src/{commit}/{path}",
    input: z.object({
      ...repositoryInput,
      commit: revisionInput,
      path: z.string().min(1).describe("Path of the file from the repository's root."),
    }),
    output: z.looseObject({
      commit: z.string(),
      path: z.string(),
      size: z.int().describe("Bytes."),
      data: z.string().describe("The file's text."),
    }),
    async run(session, input) {
      const { repository } = requireRepository(session, input);
      const location = session.git(repository);
      const commit = await requireRevision(location, input.commit);
      const item = await findItem(location, commit.tree, input.path);
      if (item?.type !== "file") throw noSuchPath(input.path);
      const content = await readContent(location, item.hash);
      const data = new TextDecoder().decode(content);
      return { commit: commit.hash, path: item.path, size: content.byteLength, data };
    },
  }),
  defineTool({
    slug: "BITBUCKET_BROWSE_REPOSITORY_PATH",
    name: "Browse repository path",
    description: "Lists the files and folders of a folder of a repository at a commit.",
    hints: ["readOnlyHint"],
    scopes: ["repository"],
    endpoint: "/repositories/{workspace}/{repo_slug}/src/{commit}/{path}",
    input: z.object({
      ...repositoryInput,
      commit: revisionInput,
      path: z.string().default("").describe("Path of the folder; empty for the root."),
      ...pageInput(100),
    }),
    output: pageShape(sourceItemShape),
    async run(session, input) {
      const { repository } = requireRepository(session, input);
      const location = session.git(repository);
      const commit = await requireRevision(location, input.commit);
      const path = input.path.replace(/\/$/, "");
      const items = await readDirectory(location, commit.tree, path);
      if (!items) throw noSuchPath(path);
      const source = `repositories/${fullName(repository)}/src/${commit.hash}`;
      const views = items.map((item) => ({
        type: item.type === "file" ? "commit_file" : "commit_directory",
        path: item.path,
        commit: viewCommitBriefly(repository, commit.hash),
        links: { self: apiLink(`${source}/${escapePath(item.path)}`) },
      }));
      return paginate(views, { ...input, address: apiLink(`${source}/${escapePath(path)}`).href });
    },
  }),
  defineTool({
    slug: "BITBUCKET_LIST_COMMITS",
    name: "List commits",
    description:
      "Lists the commits of a repository, newest first, starting from its main branch or from the given revision.",
    hints: ["readOnlyHint"],
    scopes: ["repository"],
    endpoint: "/repositories/{workspace}/{repo_slug}/commits",
    input: z.object({
      ...repositoryInput,
      include: revisionInput.optional(),
      exclude: revisionInput.optional().describe("Leave out what is reachable from this revision."),
      ...pageInput(100),
    }),
    output: pageShape(commitShape),
    async run(session, input) {
      const { repository } = requireRepository(session, input);
      const location = session.git(repository);
      const from = input.include ?? repository.mainBranch;
      const tip = from === null ? null : await requireRevision(location, from);
      const hidden = input.exclude ? [(await requireRevision(location, input.exclude)).hash] : [];
      const commits = tip ? await readHistory(location, tip.hash, hidden) : [];
      const address = apiLink(`repositories/${fullName(repository)}/commits`).href;
      const page = paginate(commits, { ...input, address });
      return {
        ...page,
        values: page.values.map((commit) => viewCommit(session.document, repository, commit)),
      };
    },
  }),
];

async function requireRevision(location: GitLocation, revision: string): Promise<Commit> {
  const commit = await findRevision(location, revision);
  if (!commit) throw notFound("Commit not found", { shas: [revision] });
  return commit;
}

function noSuchPath(path: string): Error {
  return notFound(`No such file or directory: ${path}`, { path });
}
