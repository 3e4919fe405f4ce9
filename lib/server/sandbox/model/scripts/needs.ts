import type { Intent } from "../language/intent";
import type { SmallTalkIntent } from "../language/small-talk";

export type ToolIntentKind = Exclude<Intent["kind"], SmallTalkIntent["kind"]>;

const finding = "list workspaces and repositories";

/** What each request is called when it cannot be met, and the tasks to search tools for. */
export const needs: Record<ToolIntentKind, { wish: string; useCases: readonly string[] }> = {
  "who-am-i": { wish: "see who you are", useCases: ["get the current user"] },
  "check-change": { wish: "find out whether it went through", useCases: [finding] },
  "list-workspaces": { wish: "list your workspaces", useCases: ["list my workspaces"] },
  "list-members": {
    wish: "list the members",
    useCases: ["list the members of a workspace", "list my workspaces"],
  },
  "list-repositories": { wish: "list the repositories", useCases: [finding] },
  "get-repository": { wish: "show the repository", useCases: ["get a repository", finding] },
  "create-repository": {
    wish: "create the repository",
    useCases: ["create a repository", "list my workspaces"],
  },
  "delete-repository": {
    wish: "delete the repository",
    useCases: ["delete a repository", finding],
  },
  "list-branches": {
    wish: "list the branches",
    useCases: ["list the branches of a repository", finding],
  },
  "create-branches": {
    wish: "create the branch",
    useCases: ["create a branch", "get a branch", "get a repository"],
  },
  "list-commits": {
    wish: "list the commits",
    useCases: ["list the commits of a repository", finding],
  },
  "get-file": {
    wish: "fetch the file",
    useCases: ["get a file from a repository", "get a repository"],
  },
  "list-pull-requests": {
    wish: "list the pull requests",
    useCases: ["list pull requests of a repository", finding],
  },
  "get-pull-request": {
    wish: "show the pull request",
    useCases: ["get a pull request", "get the diffstat of a pull request"],
  },
  "open-pull-request": {
    wish: "open the pull request",
    useCases: ["create a pull request", "list branches", "list pull requests"],
  },
  "merge-pull-request": {
    wish: "merge the pull request",
    useCases: ["merge a pull request", "get a pull request"],
  },
  "review-pull-request": {
    wish: "review the pull request",
    useCases: ["approve a pull request", "decline a pull request", "list pull requests"],
  },
  "comment-on-pull-request": {
    wish: "comment on the pull request",
    useCases: ["create a comment on a pull request", "list pull requests"],
  },
  "list-issues": {
    wish: "list the issues",
    useCases: ["list the issues of a repository", finding],
  },
  "get-issue": { wish: "show the issue", useCases: ["list the issues of a repository"] },
  "create-issue": { wish: "create the issue", useCases: ["create an issue", finding] },
  "comment-on-issue": {
    wish: "comment on the issue",
    useCases: ["create a comment on an issue", "list the issues of a repository"],
  },
  "update-issues": {
    wish: "update the issue",
    useCases: ["update an issue", "list the issues of a repository"],
  },
  "delete-issues": {
    wish: "delete the issue",
    useCases: ["delete an issue", "list the issues of a repository"],
  },
  "list-snippets": {
    wish: "list the snippets",
    useCases: ["list the snippets of a workspace", "list my workspaces"],
  },
  "get-snippet": {
    wish: "show the snippet",
    useCases: ["get a snippet", "list the snippets of a workspace"],
  },
  "comment-on-snippet": {
    wish: "comment on the snippet",
    useCases: ["create a comment on a snippet", "list the snippets of a workspace"],
  },
};
