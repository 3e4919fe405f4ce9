import type { ActionView } from "@/lib/shared/action";
import { sampleAction } from "./sample-action";

/** The tools of the article, in its order. */
const articleTools = `
  CREATE_BRANCH CREATE_ISSUE CREATE_ISSUE_COMMENT CREATE_PULL_REQUEST CREATE_REPOSITORY CREATE_SNIPPET_COMMENT DELETE_ISSUE
  DELETE_REPOSITORY GET_CURRENT_USER GET_FILE_FROM_REPOSITORY GET_PULL_REQUEST GET_SNIPPET LIST_PULL_REQUESTS
  LIST_REPOSITORIES_IN_WORKSPACE LIST_WORKSPACE_MEMBERS LIST_WORKSPACES UPDATE_ISSUE`
  .trim()
  .split(/\s+/);

/** A question about each of them, as it would look if it had to be asked. */
export const articleApprovals: ActionView[] = articleTools.map((name, index) => {
  const tool = `BITBUCKET_${name}`;
  return sampleAction(
    tool,
    {
      status: "approval",
      approvalId: `00000000-0000-4000-8000-0000000001${String(index).padStart(2, "0")}`,
      warnings: name.startsWith("DELETE_") ? ["This cannot be undone."] : [],
      ...(name === "DELETE_REPOSITORY" ? { confirmation: "acme/old-site" } : {}),
    },
    { id: `article ${tool}` },
  );
});

/** Ten thousand characters to answer for, and every class of characters that hides something. */
export const deceptiveApproval: ActionView[] = [
  sampleAction(
    "BITBUCKET_CREATE_ISSUE",
    {
      status: "approval",
      approvalId: "00000000-0000-4000-8000-000000000200",
      warnings: ["“repo_slug” has letters that only look like Latin ones: \\u{430}pi."],
    },
    {
      id: "deceptive",
      arguments: {
        workspace: "acme",
        repo_slug: "\u0430pi",
        title:
          "Harmless\u{E0064}\u{E0065}\u{E006C} \u202Egnp.exe\u200B \u001b[8mconcealed\u001b[0m",
        content: `${"A line that says nothing much.\n".repeat(330)}The last line.`,
        "repo\u200B_slug": "hidden in the name of a field",
      },
    },
  ),
];
