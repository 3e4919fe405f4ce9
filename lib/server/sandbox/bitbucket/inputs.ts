import { z } from "zod";

/** Parameters that many tools share. */

export const workspaceInput = {
  workspace: z
    .string()
    .min(1)
    .describe("Workspace slug, or workspace UUID in curly braces.")
    .meta({ examples: ["acme"] }),
};

export const repositoryInput = {
  ...workspaceInput,
  repo_slug: z
    .string()
    .min(1)
    .describe("Repository slug (the URL-friendly name), or repository UUID in curly braces.")
    .meta({ examples: ["api"] }),
};

export const pullRequestInput = {
  ...repositoryInput,
  pull_request_id: z.int().min(1).describe("Number of the pull request within the repository."),
};

export const issueInput = {
  ...repositoryInput,
  issue_id: z.string().min(1).describe("Identifier of the issue within the repository."),
};

export const querying = {
  q: z
    .string()
    .optional()
    .describe('Filter in Bitbucket query language, for example `name ~ "api"`. Quote text values.'),
  sort: z
    .string()
    .optional()
    .describe("Field to sort by; put `-` in front for descending order, as in `-updated_on`."),
};
