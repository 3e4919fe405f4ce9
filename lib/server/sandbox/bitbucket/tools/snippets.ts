import { z } from "zod";
import { requireWorkspace } from "../access";
import { addComment } from "../comments";
import { defineTool } from "../define-tool";
import { workspaceInput } from "../inputs";
import { pageInput, paginate } from "../paging";
import { notFound } from "../provider-error";
import type { ToolSession } from "../session";
import { commentShape, pageShape, snippetShape } from "../shapes";
import type { Snippet } from "../store/world-schema";
import { viewComment } from "../views/comment-view";
import { apiLink } from "../views/links";
import { snippetAddress, viewSnippet, viewSnippetBriefly } from "../views/snippet-view";

const snippetInput = {
  ...workspaceInput,
  encoded_id: z.string().min(1).describe("Encoded id of the snippet, as in its address."),
};

export const snippetTools = [
  defineTool({
    slug: "BITBUCKET_LIST_SNIPPETS",
    name: "List snippets",
    description: "Lists the snippets of a workspace, latest change first.",
    hints: ["readOnlyHint"],
    scopes: ["snippet"],
    endpoint: "/snippets/{workspace}",
    input: z.object({ ...workspaceInput, ...pageInput(100) }),
    output: pageShape(snippetShape),
    run(session, input) {
      const workspace = requireWorkspace(session, input.workspace);
      const items = session.document.snippets
        .filter((snippet) => snippet.workspace === workspace.slug)
        .sort((left, right) => right.updatedOn.localeCompare(left.updatedOn))
        .map((snippet) => viewSnippetBriefly(session.document, snippet));
      return paginate(items, { ...input, address: apiLink(`snippets/${workspace.slug}`).href });
    },
  }),
  defineTool({
    slug: "BITBUCKET_GET_SNIPPET",
    name: "Get snippet",
    description:
      "Retrieves a snippet of a workspace by its encoded id, with its metadata and its files.",
    hints: ["readOnlyHint"],
    scopes: ["snippet"],
    endpoint: "/snippets/{workspace}/{encoded_id}",
    input: z.object({
      ...snippetInput,
      accept_format: z
        .enum(["application/json"])
        .default("application/json")
        .describe("Format of the answer."),
    }),
    output: snippetShape.extend({ files: z.record(z.string(), z.looseObject({})) }),
    run: (session, input) => viewSnippet(session.document, requireSnippet(session, input)),
  }),
  defineTool({
    slug: "BITBUCKET_CREATE_SNIPPET_COMMENT",
    name: "Create snippet comment",
    description:
      "Posts a top-level comment on a snippet, or a threaded reply to one of its comments.",
    hints: ["createHint"],
    scopes: ["snippet"],
    endpoint: "/snippets/{workspace}/{encoded_id}/comments",
    input: z.object({
      ...snippetInput,
      content: z.string().trim().min(1).describe("Text of the comment, in Markdown."),
      parent_id: z.int().optional().describe("Comment this one replies to."),
    }),
    output: commentShape,
    run(session, input) {
      const snippet = requireSnippet(session, input);
      const comment = addComment(session, snippet.comments, {
        content: input.content,
        parent: input.parent_id,
      });
      snippet.updatedOn = session.now;
      const address = snippetAddress(snippet);
      return viewComment(session.document, "snippet_comment", address, comment);
    },
  }),
];

function requireSnippet(
  session: ToolSession,
  input: { workspace: string; encoded_id: string },
): Snippet {
  const workspace = requireWorkspace(session, input.workspace);
  const snippet = session.document.snippets.find(
    ({ id, workspace: owner }) => id === input.encoded_id && owner === workspace.slug,
  );
  if (!snippet) throw notFound(`Snippet ${input.encoded_id} not found`);
  return snippet;
}
