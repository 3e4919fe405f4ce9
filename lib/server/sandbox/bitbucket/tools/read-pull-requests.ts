import { z } from "zod";
import { requireRepository } from "../access";
import { defineTool } from "../define-tool";
import { pullRequestInput, repositoryInput } from "../inputs";
import { pageInput, paginate } from "../paging";
import { requirePullRequest } from "../pull-requests";
import { commentShape, pageShape, pullRequestShape } from "../shapes";
import { viewComment } from "../views/comment-view";
import { apiLink } from "../views/links";
import { pullRequestAddress, viewPullRequest } from "../views/pull-request-view";
import { fullName } from "../views/repository-view";

export const readPullRequestTools = [
  defineTool({
    slug: "BITBUCKET_LIST_PULL_REQUESTS",
    name: "List pull requests",
    description:
      "Lists the pull requests of a repository, latest activity first; the open ones unless another state is asked for.",
    hints: ["readOnlyHint"],
    scopes: ["pullrequest"],
    endpoint: "/repositories/{workspace}/{repo_slug}/pullrequests",
    input: z.object({
      ...repositoryInput,
      state: z
        .enum(["OPEN", "MERGED", "DECLINED"])
        .optional()
        .describe("Only pull requests in this state. Open ones by default."),
      ...pageInput(50),
    }),
    output: pageShape(pullRequestShape),
    async run(session, input) {
      const { repository } = requireRepository(session, input);
      const state = input.state ?? "OPEN";
      const items = repository.pullRequests
        .filter((pullRequest) => pullRequest.state === state)
        .sort((left, right) => right.updatedOn.localeCompare(left.updatedOn));
      const address = apiLink(`repositories/${fullName(repository)}/pullrequests`).href;
      const page = paginate(items, { ...input, address });
      const location = session.git(repository);
      const values = page.values.map((pullRequest) =>
        viewPullRequest(session.document, repository, location, pullRequest),
      );
      return { ...page, values: await Promise.all(values) };
    },
  }),
  defineTool({
    slug: "BITBUCKET_GET_PULL_REQUEST",
    name: "Get pull request",
    description: "Gets a single pull request by its number, with complete details.",
    hints: ["readOnlyHint"],
    scopes: ["pullrequest"],
    endpoint: "/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}",
    input: z.object(pullRequestInput),
    output: z.looseObject({ pull_request: pullRequestShape }),
    async run(session, input) {
      const { repository, pullRequest } = requirePullRequest(session, input);
      const location = session.git(repository);
      return {
        pull_request: await viewPullRequest(session.document, repository, location, pullRequest),
      };
    },
  }),
  defineTool({
    slug: "BITBUCKET_GET_REPOSITORIES_PULLREQUESTS_COMMENTS",
    name: "List pull request comments",
    description: "Lists the comments of a pull request, oldest first.",
    hints: ["readOnlyHint"],
    scopes: ["pullrequest"],
    endpoint: "/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}/comments",
    input: z.object({ ...pullRequestInput, ...pageInput(100) }),
    output: pageShape(commentShape),
    run(session, input) {
      const { repository, pullRequest } = requirePullRequest(session, input);
      const address = pullRequestAddress(repository, pullRequest);
      const items = pullRequest.comments.map((comment) =>
        viewComment(session.document, "pullrequest_comment", address, comment),
      );
      return paginate(items, { ...input, address: apiLink(`${address.api}/comments`).href });
    },
  }),
];
