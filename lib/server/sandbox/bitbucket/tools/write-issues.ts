import { z } from "zod";
import { defineTool } from "../define-tool";
import { issueInput, repositoryInput } from "../inputs";
import {
  assigneeFor,
  labelFor,
  requireIssue,
  requireIssueChange,
  requireIssueTracker,
} from "../issues";
import { badRequest } from "../provider-error";
import { type Issue, issueKinds, issuePriorities, issueStates } from "../store/issue-schema";
import { rendered } from "../views/rendered";

const title = z.string().trim().min(1).max(255).describe("Title of the issue.");
const content = z.string().describe("Description of the issue, in Markdown.");
const kind = z.enum(issueKinds).describe("Kind of the issue.");
const priority = z.enum(issuePriorities).describe("Priority of the issue.");

const issueSummaryShape = z.looseObject({
  id: z.int(),
  title: z.string(),
  state: z.string(),
  type: z.literal("issue"),
});

export const writeIssueTools = [
  defineTool({
    slug: "BITBUCKET_CREATE_ISSUE",
    name: "Create an issue",
    description:
      "Creates a new issue in a repository with the authenticated user as reporter; an assignee needs access to the repository, and a given milestone, version or component must exist.",
    hints: ["createHint"],
    scopes: ["issue:write"],
    endpoint: "/repositories/{workspace}/{repo_slug}/issues",
    input: z.object({
      ...repositoryInput,
      title,
      content,
      assignee: z.string().optional().describe("User name of the person it is assigned to."),
      kind: kind.default("bug"),
      priority: priority.default("major"),
      component_id: z.string().optional().describe("Id of an existing component."),
      milestone_id: z.string().optional().describe("Id of an existing milestone."),
      version_id: z.string().optional().describe("Id of an existing version."),
      due_on: z.iso
        .datetime({ offset: true })
        .or(z.iso.date())
        .optional()
        .describe("Due date, ISO 8601."),
    }),
    output: issueSummaryShape,
    run(session, input) {
      const repository = requireIssueTracker(session, input);
      const { assignee } = input;
      repository.lastIssueId += 1;
      const issue: Issue = {
        id: repository.lastIssueId,
        title: input.title,
        content: input.content,
        state: "new",
        kind: input.kind,
        priority: input.priority,
        reporter: session.viewer.uuid,
        assignee:
          assignee === undefined
            ? null
            : assigneeFor(session, repository, ({ nickname }) => nickname === assignee),
        component: labelFor("component", repository.components, input.component_id),
        milestone: labelFor("milestone", repository.milestones, input.milestone_id),
        version: labelFor("version", repository.versions, input.version_id),
        dueOn: input.due_on ?? null,
        votes: 0,
        createdOn: session.now,
        updatedOn: session.now,
        comments: [],
      };
      repository.issues.push(issue);
      return { ...summarize(issue), content: rendered(issue.content) };
    },
  }),
  defineTool({
    slug: "BITBUCKET_UPDATE_ISSUE",
    name: "Update an issue",
    description: "Changes the given attributes of an existing issue; at least one has to be given.",
    hints: ["updateHint"],
    scopes: ["issue:write"],
    endpoint: "/repositories/{workspace}/{repo_slug}/issues/{issue_id}",
    input: z.object({
      ...issueInput,
      title: title.optional(),
      content: content.optional(),
      state: z.enum(issueStates).optional().describe("New state of the issue."),
      kind: kind.optional(),
      priority: priority.optional(),
      assignee_account_id: z
        .string()
        .optional()
        .describe("Account id, or UUID in curly braces, of the person it is assigned to."),
      component: z.string().optional().describe("Name of an existing component."),
      milestone: z.string().optional().describe("Name of an existing milestone."),
      version: z.string().optional().describe("Name of an existing version."),
    }),
    output: issueSummaryShape,
    run(session, input) {
      const { repository, issue } = requireIssue(session, input);
      requireIssueChange(session, repository, issue);
      const { workspace: _, repo_slug: __, issue_id: ___, ...changes } = input;
      if (Object.values(changes).every((value) => value === undefined)) {
        throw badRequest("Give at least one attribute to change.");
      }
      const { assignee_account_id: assignee, component, milestone, version } = changes;
      issue.title = changes.title ?? issue.title;
      issue.content = changes.content ?? issue.content;
      issue.state = changes.state ?? issue.state;
      issue.kind = changes.kind ?? issue.kind;
      issue.priority = changes.priority ?? issue.priority;
      if (assignee !== undefined) {
        issue.assignee = assigneeFor(
          session,
          repository,
          ({ accountId, uuid }) => accountId === assignee || uuid === assignee,
        );
      }
      const { components, milestones, versions } = repository;
      if (component !== undefined) issue.component = labelFor("component", components, component);
      if (milestone !== undefined) issue.milestone = labelFor("milestone", milestones, milestone);
      if (version !== undefined) issue.version = labelFor("version", versions, version);
      issue.updatedOn = session.now;
      return { ...summarize(issue), kind: issue.kind, priority: issue.priority };
    },
  }),
];

function summarize({ id, title, state }: Issue) {
  return { id, title, state, type: "issue" };
}
