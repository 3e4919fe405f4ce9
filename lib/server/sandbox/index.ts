import "server-only";
import { bitbucketIdentities, bitbucketTools, executeBitbucketTool } from "./bitbucket";
import type { SandboxConfiguration } from "./contract";
import { handleModelRequest } from "./model";
import { createRouter } from "./router";
import type { Toolkit } from "./router/toolkit";

const bitbucketToolkit: Toolkit = {
  slug: "bitbucket",
  name: "Bitbucket",
  description: "Git repositories, branches, pull requests, issues and snippets on Bitbucket Cloud.",
  permissions: [
    {
      title: "Read",
      description: "Workspaces, members, repositories, files, pull requests, issues and snippets",
    },
    {
      title: "Create and change",
      description:
        "Repositories, branches, pull requests, issues and comments; merge pull requests",
    },
    { title: "Delete", description: "Issues and whole repositories" },
  ],
  tools: bitbucketTools,
  identities: bitbucketIdentities,
  execute: executeBitbucketTool,
};

export type Sandbox = {
  /** `path` is what follows `/sandbox`, such as `["openai", "v1", "responses"]`. */
  handle: (request: Request, path: readonly string[]) => Promise<Response>;
};

/**
 * The embedded services behind one door: the Tool Router below `composio`, the model below `openai`. `reportError`
 * receives failures whose details the caller is not told.
 */
export function createSandbox(
  configuration: SandboxConfiguration,
  reportError: (error: unknown) => void,
): Sandbox {
  const router = createRouter({
    directory: configuration.directory,
    apiKey: configuration.routerKey,
    toolkit: bitbucketToolkit,
    reportError,
  });
  return {
    handle: async (request, path) => {
      const [service, ...rest] = path;
      switch (service) {
        case "composio":
          return router.handle(request, rest);
        case "openai":
          return handleModelRequest(request, configuration);
        default:
          return Response.json(
            { error: { message: "There is no such service." } },
            { status: 404 },
          );
      }
    },
  };
}
