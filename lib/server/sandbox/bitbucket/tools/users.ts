import { z } from "zod";
import { defineTool } from "../define-tool";
import { userShape } from "../shapes";
import { viewCurrentUser } from "../views/account-view";

const definition = {
  hints: ["readOnlyHint"],
  scopes: ["account"],
  endpoint: "/user",
  input: z.object({}),
  output: userShape.extend({ created_on: z.string() }),
} as const;

export const userTools = [
  defineTool({
    ...definition,
    slug: "BITBUCKET_GET_CURRENT_USER",
    name: "Get current user",
    description:
      "Retrieves the profile (UUID, display name, links, creation date) of the authenticated Bitbucket user.",
    run: ({ viewer }) => viewCurrentUser(viewer),
  }),
  defineTool({
    ...definition,
    slug: "BITBUCKET_GET_CURRENT_USER2",
    name: "Get current user",
    description:
      "Retrieves the profile of the authenticated Bitbucket user, with account id, user name and nickname.",
    run: ({ viewer }) => viewCurrentUser(viewer),
  }),
];
