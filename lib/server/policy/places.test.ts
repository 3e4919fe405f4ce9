import { describe, expect, test } from "vitest";
import { foreignPlaces, placeOf, repositoryOf } from "./places.ts";

const located = (tool: string, input: Record<string, unknown>, toolkit = "bitbucket") => ({
  tool,
  toolkit,
  arguments: input,
});

test.each([
  [{ workspace: "acme", repo_slug: "api" }, "acme/api"],
  [{ workspace: "acme" }, undefined],
  [{ workspace: "acme", repo_slug: 7 }, undefined],
  [{}, undefined],
])("the repository of %j is %s", (input, repository) => {
  expect(repositoryOf({ arguments: input })).toBe(repository);
});

test.each<[string, Record<string, unknown>, string | undefined]>([
  ["BITBUCKET_LIST_ISSUES", { workspace: "acme", repo_slug: "api" }, "acme/api"],
  ["BITBUCKET_GET_SNIPPET", { workspace: "acme", encoded_id: "kMyXq7" }, "snippet kMyXq7 of acme"],
  ["BITBUCKET_LIST_REPOSITORIES_IN_WORKSPACE", { workspace: "acme" }, "acme"],
  ["BITBUCKET_GET_WORKSPACES_SEARCH_CODE", { workspace: "acme" }, "a search of acme"],
  ["BITBUCKET_GET_WORKSPACES_PULLREQUESTS", { workspace: "acme" }, "a search of acme"],
  ["BITBUCKET_GET_CURRENT_USER", {}, undefined],
  ["BITBUCKET_LIST_WORKSPACES", {}, undefined],
  ["BITBUCKET_SOMETHING_NEW", { workspace: 1 }, "bitbucket"],
])("%s of %j is about %s", (tool, input, place) => {
  expect(placeOf(located(tool, input))).toBe(place);
});

test("the router's own lookups and other toolkits", () => {
  expect(placeOf(located("COMPOSIO_SEARCH_TOOLS", {}, "composio"))).toBeUndefined();
  expect(placeOf(located("JIRA_GET_ISSUE", { key: "A-1" }, "jira"))).toBe("jira");
});

describe("text goes", () => {
  const into = (repository: string) =>
    located("BITBUCKET_CREATE_ISSUE", { workspace: "acme", repo_slug: repository });

  test.each([
    ["acme/web", "api", true],
    ["acme/api", "api", false],
    ["ACME/API", "api", false],
    ["acme", "api", false],
    ["acm", "api", true],
    ["other", "api", true],
    ["a search of acme", "api", true],
    ["snippet kMyXq7 of acme", "api", true],
  ])("from %s to acme/%s, astray: %s", (from, to, astray) => {
    expect(foreignPlaces(new Set([from]), into(to))).toEqual(astray ? [from] : []);
  });
});
