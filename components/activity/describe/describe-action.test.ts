import { describe, expect, it } from "vitest";
import { resultTools } from "@/components/results/registry";
import * as entities from "@/components/results/stories/entities";
import { ordinaryResults, receiptResults } from "@/components/results/stories/tool-results";
import { english } from "@/lib/language/english";
import { labelledTools } from "@/lib/language/english/actions/labels";
import type { ActionState } from "@/lib/shared/action";
import { sampleAction, sharedAction } from "../stories/sample-action";
import { describeAction, describeEffect, effectButton } from "./describe-action";

const error = { code: "broken", message: "It broke." };

const openings: ReadonlyArray<[state: ActionState, branch: string, list: string]> = [
  [{ status: "queued" }, "About to create", "About to list"],
  [{ status: "running" }, "Creating", "Listing"],
  [{ status: "approval", approvalId: "a", warnings: [] }, "Wants to create", "Wants to list"],
  [
    { status: "connection", connectionId: "c" },
    "Needs Bitbucket to create",
    "Needs Bitbucket to list",
  ],
  [{ status: "succeeded", result: undefined }, "Created", "Listed"],
  [{ status: "failed", error }, "Could not create", "Could not list"],
  [{ status: "denied" }, "Did not create", "Did not list"],
  [{ status: "blocked", error }, "Was not allowed to create", "Was not allowed to list"],
  [{ status: "cancelled" }, "Cancelled creating", "Cancelled listing"],
  [{ status: "unknown" }, "May have created", "May have listed"],
];

describe("describeAction", () => {
  it.each(openings)("has words for $status", (state, branch, list) => {
    expect(
      describeAction(sampleAction("BITBUCKET_CREATE_BRANCH", state), english.actions).text,
    ).toBe(`${branch} branch release/1.4 in acme/api`);
    expect(
      describeAction(sampleAction("BITBUCKET_LIST_PULL_REQUESTS", state), english.actions).text,
    ).toBe(`${list} pull requests in acme/api`);
  });

  it.each([
    ["BITBUCKET_APPROVE_PULL_REQUEST", "Approving pull request #42 in acme/api"],
    ["BITBUCKET_CREATE_BRANCH", "Creating branch release/1.4 in acme/api"],
    ["BITBUCKET_CREATE_ISSUE", "Creating issue “Webhook deliveries stop after a 410” in acme/api"],
    ["BITBUCKET_CREATE_ISSUE_COMMENT", "Commenting on issue #7 in acme/api"],
    [
      "BITBUCKET_CREATE_PULL_REQUEST",
      "Opening pull request “Add rate limits to the public API” from feature/rate-limits into main in acme/api",
    ],
    ["BITBUCKET_CREATE_PULL_REQUEST_COMMENT", "Commenting on pull request #42 in acme/api"],
    ["BITBUCKET_CREATE_REPOSITORY", "Creating repository acme/api"],
    ["BITBUCKET_CREATE_SNIPPET_COMMENT", "Commenting on snippet kMyXq7 in acme"],
    ["BITBUCKET_DECLINE_PULL_REQUEST", "Declining pull request #42 in acme/api"],
    ["BITBUCKET_DELETE_ISSUE", "Deleting issue #7 in acme/api"],
    ["BITBUCKET_DELETE_REPOSITORY", "Deleting repository acme/old-site"],
    ["BITBUCKET_GET_BRANCH", "Looking at branch release/1.4 in acme/api"],
    ["BITBUCKET_GET_CURRENT_USER", "Looking up your Bitbucket profile"],
    ["BITBUCKET_GET_CURRENT_USER2", "Looking up your Bitbucket profile"],
    ["BITBUCKET_GET_FILE_FROM_REPOSITORY", "Reading README.md from acme/api at main"],
    ["BITBUCKET_GET_PULL_REQUEST", "Looking at pull request #42 in acme/api"],
    ["BITBUCKET_GET_PULL_REQUEST_DIFF", "Reading the diff of pull request #42 in acme/api"],
    [
      "BITBUCKET_GET_PULL_REQUEST_DIFFSTAT",
      "Looking at changed files of pull request #42 in acme/api",
    ],
    ["BITBUCKET_GET_REPOSITORY", "Looking at repository acme/api"],
    ["BITBUCKET_GET_SNIPPET", "Looking at snippet kMyXq7 in acme"],
    ["BITBUCKET_GET_USER_WORKSPACES", "Listing workspaces"],
    ["BITBUCKET_LIST_BRANCHES", "Listing branches in acme/api"],
    ["BITBUCKET_LIST_COMMITS", "Listing commits in acme/api"],
    ["BITBUCKET_LIST_ISSUES", "Listing issues in acme/api"],
    ["BITBUCKET_LIST_PULL_REQUESTS", "Listing pull requests in acme/api"],
    ["BITBUCKET_LIST_REPOSITORIES_IN_WORKSPACE", "Listing repositories in acme"],
    ["BITBUCKET_LIST_SNIPPETS", "Listing snippets in acme"],
    ["BITBUCKET_LIST_WORKSPACES", "Listing workspaces"],
    ["BITBUCKET_LIST_WORKSPACE_MEMBERS", "Listing members of acme"],
    ["BITBUCKET_MERGE_PULL_REQUEST", "Merging pull request #42 in acme/api"],
    ["BITBUCKET_UPDATE_ISSUE", "Updating issue #7 in acme/api"],
    ["COMPOSIO_GET_TOOL_SCHEMAS", "Reading how the tools work"],
    ["COMPOSIO_MANAGE_CONNECTIONS", "Checking the Bitbucket connection"],
    ["COMPOSIO_SEARCH_TOOLS", "Looking for the right tool"],
  ])("%s: %s", (tool, expected) => {
    expect(describeAction(sampleAction(tool, { status: "running" }), english.actions).text).toBe(
      expected,
    );
  });

  it.each([
    [entities.pullRequestPage, "Listed 5 of 23 pull requests in acme/api"],
    [{ values: Array(12).fill(entities.pullRequest) }, "Listed 12 pull requests in acme/api"],
    [{ data: { values: [entities.pullRequest] } }, "Listed 1 pull request in acme/api"],
    [{ values: [] }, "Listed no pull requests in acme/api"],
    [{ values: [1, 2], next: "more" }, "Listed the first 2 pull requests in acme/api"],
    ["nonsense", "Listed pull requests in acme/api"],
  ])("counts what a list brought", (result, expected) => {
    const action = sampleAction("BITBUCKET_LIST_PULL_REQUESTS", { status: "succeeded", result });
    expect(describeAction(action, english.actions).text).toBe(expected);
  });

  it("names the state that was asked for", () => {
    const action = sampleAction(
      "BITBUCKET_LIST_PULL_REQUESTS",
      { status: "succeeded", result: { values: [1, 2, 3] } },
      { arguments: { workspace: "acme", repo_slug: "api", state: "MERGED" } },
    );
    expect(describeAction(action, english.actions).text).toBe(
      "Listed 3 merged pull requests in acme/api",
    );
  });

  it("waits for the connection, not for a person", () => {
    const action = sampleAction("COMPOSIO_MANAGE_CONNECTIONS", {
      status: "connection",
      connectionId: "c",
    });
    expect(describeAction(action, english.actions).text).toBe(
      "Waiting for the Bitbucket connection",
    );
  });

  it("falls back to the slug", () => {
    const action = sampleAction("BITBUCKET_FOO_BAR", { status: "running" });
    expect(describeAction(action, english.actions).text).toBe("Running Foo bar (bitbucket)");
    const stranger = sampleAction("{repository}[", { status: "running" }, { toolkit: "" });
    expect(describeAction(stranger, english.actions).text).toBe("Running {repository}[");
  });

  it("takes names from the result where nothing of what was sent is known", () => {
    const created = sampleAction("BITBUCKET_CREATE_PULL_REQUEST", {
      status: "succeeded",
      result: entities.createdPullRequest,
    });
    expect(describeAction(sharedAction(created), english.actions).text).toBe(
      "Opened pull request #43 “Add rate limits to the public API”",
    );
    const comment = sampleAction("BITBUCKET_CREATE_ISSUE_COMMENT", {
      status: "succeeded",
      result: entities.comment,
    });
    expect(describeAction(sharedAction(comment), english.actions).text).toBe(
      "Commented on an issue",
    );
  });

  it("hides ids in braces and writes hidden characters out", () => {
    const action = sampleAction(
      "BITBUCKET_CREATE_BRANCH",
      { status: "running" },
      { arguments: { workspace: "{8c7d-3b52}", repo_slug: "api", name: "ma\u200bin" } },
    );
    expect(describeAction(action, english.actions).text).toBe(
      "Creating branch ma\\u{200B}in in api",
    );
  });

  it("has words for every tool that has a card", () => {
    expect(resultTools.filter((tool) => !labelledTools.includes(tool))).toEqual([]);
  });

  it.each(labelledTools)("%s speaks in every state, with and without arguments", (tool) => {
    const results = new Map([...ordinaryResults, ...receiptResults]);
    const states = openings.map(([state]) => state);
    for (const state of [...states, { status: "succeeded" as const, result: results.get(tool) }]) {
      const action = sampleAction(tool, state);
      for (const view of [action, sharedAction(action)]) {
        const { text } = describeAction(view, english.actions);
        expect(text).toMatch(/^[A-Z][^[\]{}|]+[^ ]$/);
        expect(text).not.toMatch(/undefined| {2}/);
      }
    }
  });
});

describe("describeEffect", () => {
  it.each([
    ["BITBUCKET_CREATE_BRANCH", "Create branch release/1.4 in acme/api", "Create branch"],
    ["BITBUCKET_DELETE_REPOSITORY", "Delete repository acme/old-site", "Delete repository"],
    ["BITBUCKET_MERGE_PULL_REQUEST", "Merge pull request #42 in acme/api", "Merge"],
    ["BITBUCKET_UPDATE_ISSUE", "Update issue #7 in acme/api", "Update issue"],
    ["BITBUCKET_STOP_PIPELINE", "Run Stop pipeline (bitbucket)", "Run it"],
  ])("%s: %s", (tool, title, button) => {
    const action = sampleAction(tool, { status: "approval", approvalId: "a", warnings: [] });
    expect(describeEffect(action, english.actions).text).toBe(title);
    expect(effectButton(action, english.actions)).toBe(button);
  });
});
