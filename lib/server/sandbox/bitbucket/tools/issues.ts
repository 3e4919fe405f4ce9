import { z } from "zod";
import { addComment } from "../comments";
import { defineTool } from "../define-tool";
import { issueInput, querying, repositoryInput } from "../inputs";
import { requireIssue, requireIssueChange, requireIssueTracker } from "../issues";
import { pageInput, paginate } from "../paging";
import { select } from "../query/select";
import { commentShape, issueShape, pageShape } from "../shapes";
import { issueKinds, issuePriorities, issueStates } from "../store/issue-schema";
import { viewComment } from "../views/comment-view";
import { issueAddress, viewIssue } from "../views/issue-view";
import { apiLink } from "../views/links";
import { fullName } from "../views/repository-view";

export const issueTools = [
  defineTool({
    slug: "BITBUCKET_LIST_ISSUES",
    name: "List issues",
    description:
      "Lists the issues of a repository, latest change first, optionally filtered by state, priority, kind or assignee. The repository must have an issue tracker.",
    hints: ["readOnlyHint"],
    scopes: ["issue"],
    endpoint: "/repositories/{workspace}/{repo_slug}/issues",
    input: z.object({
      ...repositoryInput,
      ...querying,
      state: z.enum(issueStates).optional().describe("Only issues in this state."),
      priority: z.enum(issuePriorities).optional().describe("Only issues of this priority."),
      kind: z.enum(issueKinds).optional().describe("Only issues of this kind."),
      assignee: z
        .string()
        .optional()
        .describe('Only issues assigned to this account id; "null" for those assigned to nobody.'),
      ...pageInput(100),
    }),
    output: pageShape(issueShape),
    run(session, input) {
      const repository = requireIssueTracker(session, input);
      const { state, priority, kind, assignee } = input;
      const items = repository.issues
        .map((issue) => viewIssue(session.document, repository, issue))
        .filter((issue) => state === undefined || issue.state === state)
        .filter((issue) => priority === undefined || issue.priority === priority)
        .filter((issue) => kind === undefined || issue.kind === kind)
        .filter(
          (issue) => assignee === undefined || (issue.assignee?.account_id ?? "null") === assignee,
        );
      const selected = select(items, { q: input.q, sort: input.sort ?? "-updated_on" });
      const address = apiLink(`repositories/${fullName(repository)}/issues`).href;
      return paginate(selected, { ...input, address });
    },
  }),
  defineTool({
    slug: "BITBUCKET_DELETE_ISSUE",
    name: "Delete issue",
    description: "Permanently deletes an issue, identified by its `issue_id`, from a repository.",
    hints: ["destructiveHint"],
    scopes: ["issue:write"],
    endpoint: "/repositories/{workspace}/{repo_slug}/issues/{issue_id}",
    input: z.object(issueInput),
    output: z.looseObject({ success: z.literal(true), message: z.string() }),
    run(session, input) {
      const { repository, issue } = requireIssue(session, input);
      requireIssueChange(session, repository, issue);
      repository.issues = repository.issues.filter((candidate) => candidate !== issue);
      return { success: true, message: "Issue deleted successfully" };
    },
  }),
  defineTool({
    slug: "BITBUCKET_CREATE_ISSUE_COMMENT",
    name: "Create an issue comment",
    description: "Adds a new comment, with Markdown support, to an existing issue.",
    hints: ["createHint"],
    scopes: ["issue:write"],
    endpoint: "/repositories/{workspace}/{repo_slug}/issues/{issue_id}/comments",
    input: z.object({
      ...issueInput,
      content: z.string().trim().min(1).describe("Text of the comment, in Markdown."),
    }),
    output: commentShape,
    run(session, input) {
      const { repository, issue } = requireIssue(session, input);
      const comment = addComment(session, issue.comments, { content: input.content });
      issue.updatedOn = session.now;
      const address = issueAddress(repository, issue);
      const view = viewComment(session.document, "issue_comment", address, comment);
      const { id, type, content, created_on, updated_on } = view;
      return { id, type, content, created_on, updated_on };
    },
  }),
];
