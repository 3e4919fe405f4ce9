import { z } from "zod";
import { requireWorkspace, visibleWorkspaces, workspacePermission } from "../access";
import { defineTool } from "../define-tool";
import { querying, workspaceInput } from "../inputs";
import { paginate } from "../paging";
import { select } from "../query/select";
import { pageShape, userShape, workspaceShape } from "../shapes";
import { viewAccountOf, viewWorkspace, viewWorkspaceBriefly } from "../views/account-view";
import { apiLink } from "../views/links";

export const workspaceTools = [
  defineTool({
    slug: "BITBUCKET_LIST_WORKSPACES",
    name: "List workspaces",
    description:
      "Lists the Bitbucket workspaces the authenticated user can access, optionally filtered and sorted.",
    hints: ["readOnlyHint"],
    scopes: ["account"],
    endpoint: "/workspaces",
    input: z.object(querying),
    output: pageShape(workspaceShape),
    run(session, input) {
      const items = visibleWorkspaces(session).map(viewWorkspace);
      return paginate(select(items, input), { ...input, address: apiLink("workspaces").href });
    },
  }),
  defineTool({
    slug: "BITBUCKET_GET_USER_WORKSPACES",
    name: "List the current user's workspaces",
    description:
      "Lists the workspaces of the authenticated user and whether the user administers them.",
    hints: ["readOnlyHint"],
    scopes: ["account"],
    endpoint: "/user/workspaces",
    input: z.object(querying),
    output: pageShape(
      z.looseObject({
        type: z.literal("workspace_access"),
        administrator: z.boolean(),
        workspace: z.looseObject({ slug: z.string(), uuid: z.string() }),
      }),
    ),
    run(session, input) {
      const items = visibleWorkspaces(session).map((workspace) => ({
        type: "workspace_access",
        administrator: workspacePermission(session, workspace) === "owner",
        workspace: viewWorkspaceBriefly(workspace),
      }));
      return paginate(select(items, input), { ...input, address: apiLink("user/workspaces").href });
    },
  }),
  defineTool({
    slug: "BITBUCKET_GET_WORKSPACE",
    name: "Get workspace",
    description: "Retrieves one workspace by its slug or UUID.",
    hints: ["readOnlyHint"],
    scopes: ["account"],
    endpoint: "/workspaces/{workspace}",
    input: z.object(workspaceInput),
    output: workspaceShape,
    run: (session, input) => viewWorkspace(requireWorkspace(session, input.workspace)),
  }),
  defineTool({
    slug: "BITBUCKET_LIST_WORKSPACE_MEMBERS",
    name: "List workspace members",
    description: "Lists all members of a Bitbucket workspace; the workspace must exist.",
    hints: ["readOnlyHint"],
    scopes: ["account"],
    endpoint: "/workspaces/{workspace}/members",
    input: z.object(workspaceInput),
    output: pageShape(
      z.looseObject({ type: z.literal("workspace_membership"), user: userShape.nullable() }),
    ),
    run(session, input) {
      const workspace = requireWorkspace(session, input.workspace);
      const items = workspace.members.map(({ account }) => ({
        type: "workspace_membership",
        user: viewAccountOf(session.document, account),
        workspace: viewWorkspaceBriefly(workspace),
        links: {
          self: apiLink(`workspaces/${workspace.slug}/members/${encodeURIComponent(account)}`),
        },
      }));
      return paginate(items, { address: apiLink(`workspaces/${workspace.slug}/members`).href });
    },
  }),
];
