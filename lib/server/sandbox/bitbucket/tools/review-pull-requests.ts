import { z } from "zod";
import { addComment } from "../comments";
import { defineTool } from "../define-tool";
import { pullRequestInput, repositoryInput } from "../inputs";
import { conflict, notFound } from "../provider-error";
import { requireOpen, requirePullRequest, takePart } from "../pull-requests";
import { commentShape, pullRequestShape } from "../shapes";
import { viewComment } from "../views/comment-view";
import {
  endsOf,
  pullRequestAddress,
  viewParticipant,
  viewPullRequest,
} from "../views/pull-request-view";

const endpoint = "/repositories/{workspace}/{repo_slug}/pullrequests/{pull_request_id}";

export const reviewPullRequestTools = [
  defineTool({
    slug: "BITBUCKET_CREATE_PULL_REQUEST_COMMENT",
    name: "Create pull request comment",
    description:
      "Posts a comment on a pull request: on the whole, as a reply, or on a line of a file.",
    hints: ["createHint"],
    scopes: ["pullrequest"],
    endpoint: `${endpoint}/comments`,
    input: z.object({
      ...repositoryInput,
      pull_request_id: z.string().min(1).describe("Number of the pull request, as text."),
      content_raw: z.string().trim().min(1).describe("Text of the comment, in Markdown."),
      content_markup: z
        .enum(["markdown", "plaintext"])
        .default("markdown")
        .describe("Markup of the text."),
      parent_comment_id: z.int().optional().describe("Comment this one replies to."),
      inline: z
        .object({
          path: z.string().min(1).describe("Path of the file."),
          from: z.int().min(1).optional().describe("Line in the old version."),
          to: z.int().min(1).optional().describe("Line in the new version."),
        })
        .optional()
        .describe("The place in the diff this comment is about."),
    }),
    output: commentShape,
    run(session, input) {
      const id = Number(input.pull_request_id);
      if (!Number.isInteger(id)) throw notFound(`Pull request ${input.pull_request_id} not found`);
      const { repository, pullRequest } = requirePullRequest(session, {
        ...input,
        pull_request_id: id,
      });
      takePart(session, pullRequest);
      const { inline } = input;
      const comment = addComment(session, pullRequest.comments, {
        content: input.content_raw,
        parent: input.parent_comment_id,
        inline: inline && { path: inline.path, from: inline.from ?? null, to: inline.to ?? null },
      });
      const address = pullRequestAddress(repository, pullRequest);
      return viewComment(session.document, "pullrequest_comment", address, comment);
    },
  }),
  defineTool({
    slug: "BITBUCKET_APPROVE_PULL_REQUEST",
    name: "Approve pull request",
    description: "Approves an open pull request as the authenticated user.",
    hints: ["updateHint"],
    scopes: ["pullrequest"],
    endpoint: `${endpoint}/approve`,
    input: z.object(pullRequestInput),
    output: z.looseObject({ type: z.literal("participant"), approved: z.literal(true) }),
    run(session, input) {
      const { pullRequest } = requirePullRequest(session, input);
      requireOpen(pullRequest);
      const participant = takePart(session, pullRequest);
      if (participant.state === "approved") {
        throw conflict("You already approved this pull request.");
      }
      participant.state = "approved";
      return viewParticipant(session.document, pullRequest, participant);
    },
  }),
  defineTool({
    slug: "BITBUCKET_DECLINE_PULL_REQUEST",
    name: "Decline pull request",
    description: "Declines an open pull request. This cannot be undone.",
    hints: ["updateHint", "destructiveHint"],
    scopes: ["pullrequest:write"],
    endpoint: `${endpoint}/decline`,
    input: z.object(pullRequestInput),
    output: pullRequestShape,
    async run(session, input) {
      const { repository, pullRequest } = requirePullRequest(session, input, "write");
      requireOpen(pullRequest);
      const location = session.git(repository);
      const ends = await endsOf(location, pullRequest);
      pullRequest.state = "DECLINED";
      pullRequest.sourceCommit = ends.source;
      pullRequest.destinationCommit = ends.destination;
      pullRequest.closedBy = session.viewer.uuid;
      pullRequest.updatedOn = session.now;
      return viewPullRequest(session.document, repository, location, pullRequest);
    },
  }),
];
