import { describe, expect, it } from "vitest";
import { bitbucketTools } from "../../bitbucket";

import { rankTools } from "./rank";

const first = (request: string) => rankTools(bitbucketTools, request).primary[0]?.slug;

describe("ranking the Bitbucket tools", () => {
  it.each([
    ["list pull requests", "BITBUCKET_LIST_PULL_REQUESTS"],
    ["show me my open PRs", "BITBUCKET_LIST_PULL_REQUESTS"],
    ["what pull requests are open in acme/api?", "BITBUCKET_LIST_PULL_REQUESTS"],
    ["get a pull request by id", "BITBUCKET_GET_PULL_REQUEST"],
    ["which files changed in a pull request", "BITBUCKET_GET_PULL_REQUEST_DIFFSTAT"],
    ["open a pull request for my feature branch", "BITBUCKET_CREATE_PULL_REQUEST"],
    ["merge a pull request", "BITBUCKET_MERGE_PULL_REQUEST"],
    ["create a new branch off main", "BITBUCKET_CREATE_BRANCH"],
    ["list branches", "BITBUCKET_LIST_BRANCHES"],
    ["comment on the latest open issue", "BITBUCKET_CREATE_ISSUE_COMMENT"],
    ["list issues", "BITBUCKET_LIST_ISSUES"],
    ["create a ticket for a bug", "BITBUCKET_CREATE_ISSUE"],
    ["close an issue", "BITBUCKET_UPDATE_ISSUE"],
    ["delete an issue", "BITBUCKET_DELETE_ISSUE"],
    ["fetch the readme of a repository", "BITBUCKET_GET_FILE_FROM_REPOSITORY"],
    ["list the repositories of a workspace", "BITBUCKET_LIST_REPOSITORIES_IN_WORKSPACE"],
    ["create a repo", "BITBUCKET_CREATE_REPOSITORY"],
    ["remove a repository", "BITBUCKET_DELETE_REPOSITORY"],
    ["list workspace members", "BITBUCKET_LIST_WORKSPACE_MEMBERS"],
    ["get a snippet", "BITBUCKET_GET_SNIPPET"],
    ["comment on a snippet", "BITBUCKET_CREATE_SNIPPET_COMMENT"],
  ])("%s → %s", (request, slug) => {
    expect(first(request)).toBe(slug);
  });

  it.each([
    ["list my workspaces", ["BITBUCKET_LIST_WORKSPACES", "BITBUCKET_GET_USER_WORKSPACES"]],
    ["who am I", ["BITBUCKET_GET_CURRENT_USER", "BITBUCKET_GET_CURRENT_USER2"]],
  ])("finds both ways to answer: %s", (request, slugs) => {
    const { primary } = rankTools(bitbucketTools, request);
    expect(primary.map(({ slug }) => slug)).toEqual(expect.arrayContaining(slugs));
  });

  it("offers what may be needed besides, and nothing for nonsense", () => {
    const { primary, related } = rankTools(bitbucketTools, "create a branch");
    expect(related.map(({ slug }) => slug)).toContain("BITBUCKET_LIST_BRANCHES");
    expect(related.some((tool) => primary.includes(tool))).toBe(false);
    expect(rankTools(bitbucketTools, "bake a cake")).toEqual({ primary: [], related: [] });
    expect(rankTools(bitbucketTools, "")).toEqual({ primary: [], related: [] });
  });
});
