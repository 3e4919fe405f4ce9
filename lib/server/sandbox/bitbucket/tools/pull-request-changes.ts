import { z } from "zod";
import { defineTool } from "../define-tool";
import { changesBetween } from "../git/changes";
import { readHistory } from "../git/history";
import { type FilePatch, patchOf } from "../git/patch";
import { pullRequestInput } from "../inputs";
import { pageInput, paginate } from "../paging";
import { requirePullRequest } from "../pull-requests";
import type { ToolSession } from "../session";
import { commitShape, fileChangeShape, pageShape } from "../shapes";
import type { PullRequest } from "../store/pull-request-schema";
import type { Repository } from "../store/repository-schema";
import { viewCommit } from "../views/commit-view";
import { apiLink, escapePath } from "../views/links";
import { endsOf, pullRequestAddress } from "../views/pull-request-view";
import { fullName } from "../views/repository-view";

const endpoint = "/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}";

export const pullRequestChangeTools = [
  defineTool({
    slug: "BITBUCKET_GET_PULL_REQUEST_COMMITS",
    name: "Get pull request commits",
    description: "Lists the commits a pull request would bring to its destination, newest first.",
    hints: ["readOnlyHint"],
    scopes: ["pullrequest"],
    endpoint: `${endpoint}/commits`,
    input: z.object({ ...pullRequestInput, ...pageInput(100) }),
    output: pageShape(commitShape),
    async run(session, input) {
      const { repository, pullRequest } = requirePullRequest(session, input);
      const location = session.git(repository);
      const ends = await endsOf(location, pullRequest);
      const commits = await readHistory(location, ends.source, [ends.destination]);
      const address = apiLink(`${pullRequestAddress(repository, pullRequest).api}/commits`).href;
      const page = paginate(commits, { ...input, address });
      return {
        ...page,
        values: page.values.map((commit) => viewCommit(session.document, repository, commit)),
      };
    },
  }),
  defineTool({
    slug: "BITBUCKET_GET_PULL_REQUEST_DIFFSTAT",
    name: "Get pull request diffstat",
    description: "Lists the files a pull request changes with the lines added and removed in each.",
    hints: ["readOnlyHint"],
    scopes: ["pullrequest"],
    endpoint: `${endpoint}/diffstat`,
    input: z.object({ ...pullRequestInput, ...pageInput(500) }),
    output: pageShape(fileChangeShape),
    async run(session, input) {
      const { repository, pullRequest } = requirePullRequest(session, input);
      const patches = await patchesOf(session, repository, pullRequest);
      const address = apiLink(`${pullRequestAddress(repository, pullRequest).api}/diffstat`).href;
      const items = patches.map((patch) => viewFileChange(repository, patch));
      return paginate(items, { ...input, address });
    },
  }),
  defineTool({
    slug: "BITBUCKET_GET_PULL_REQUEST_DIFF",
    name: "Get pull request diff",
    description:
      "Gets the unified diff of a pull request. Set `max_chars` to cut a long one; `truncated` then says so.",
    hints: ["readOnlyHint"],
    scopes: ["pullrequest"],
    endpoint: `${endpoint}/diff`,
    input: z.object({
      ...pullRequestInput,
      max_chars: z.int().min(1).optional().describe("Cut the diff after this many characters."),
    }),
    output: z.looseObject({ diff: z.string(), truncated: z.boolean() }),
    async run(session, input) {
      const { repository, pullRequest } = requirePullRequest(session, input);
      const patches = await patchesOf(session, repository, pullRequest);
      const diff = patches.map((patch) => patch.text).join("");
      const longest = input.max_chars ?? diff.length;
      return { diff: diff.slice(0, longest), truncated: diff.length > longest };
    },
  }),
];

async function patchesOf(
  session: ToolSession,
  repository: Repository,
  pullRequest: PullRequest,
): Promise<FilePatch[]> {
  const location = session.git(repository);
  const ends = await endsOf(location, pullRequest);
  const changes = await changesBetween(location, ends.destination, ends.source);
  return Promise.all(changes.map((change) => patchOf(location, change)));
}

function viewFileChange(repository: Repository, { change, linesAdded, linesRemoved }: FilePatch) {
  const side = (path: string) => ({
    type: "commit_file",
    path,
    escaped_path: escapePath(path),
    links: { self: apiLink(`repositories/${fullName(repository)}/src/HEAD/${escapePath(path)}`) },
  });
  const oldPath = change.status === "renamed" ? change.oldPath : change.path;
  return {
    type: "diffstat",
    status: change.status,
    lines_added: linesAdded,
    lines_removed: linesRemoved,
    old: change.status === "added" ? null : side(oldPath),
    new: change.status === "removed" ? null : side(change.path),
  };
}
