import type { ExecuteTool, SandboxTool, ToolHint } from "../../contract";
import type { Toolkit } from "../toolkit";

function tool(slug: string, description: string, hints: readonly ToolHint[]): SandboxTool {
  return {
    slug,
    name: slug.toLowerCase().split("_").slice(1).join(" "),
    description,
    hints,
    scopes: ["repository"],
    inputParameters: {
      type: "object",
      properties: { workspace: { type: "string" }, repo_slug: { type: "string" } },
      required: ["workspace", "repo_slug"],
    },
    outputParameters: { type: "object" },
  };
}

/** Answers with what it was called with; `arguments.fails` is an ordinary failure, `arguments.throws` a defect. */
const execute: ExecuteTool = async (call) => {
  if (call.arguments.throws) throw new Error("a defect");
  if (call.arguments.fails) {
    return {
      successful: false,
      data: { status_code: 404, message: "Not Found" },
      error: "404 Client Error: Not Found",
    };
  }
  const { world, slug, identity } = call;
  const data = { world, slug, username: identity.username, arguments: call.arguments };
  return { successful: true, data, error: null };
};

/** A small toolkit without files. */
export const testToolkit: Toolkit = {
  slug: "bitbucket",
  name: "Bitbucket",
  description: "Git hosting.",
  permissions: [{ title: "Read <everything>", description: "Repositories & pull requests" }],
  tools: [
    tool("BITBUCKET_LIST_PULL_REQUESTS", "Lists pull requests.", ["readOnlyHint", "openWorldHint"]),
    tool("BITBUCKET_GET_PULL_REQUEST", "Gets one pull request.", ["readOnlyHint"]),
    tool("BITBUCKET_CREATE_BRANCH", "Creates a branch.", ["createHint"]),
    tool("BITBUCKET_DELETE_REPOSITORY", "Deletes a repository for good.", ["destructiveHint"]),
  ],
  identities: [
    {
      username: "jane-acme",
      displayName: 'Jane "JD" Doe',
      uuid: "{00000000-0000-4000-8000-000000000001}",
      accountId: "1",
    },
    {
      username: "sam-acme",
      displayName: "Sam Roe",
      uuid: "{00000000-0000-4000-8000-000000000002}",
      accountId: "2",
    },
  ],
  execute,
};
