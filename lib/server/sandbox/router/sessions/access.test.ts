import { describe, expect, it } from "vitest";
import { testToolkit } from "../testing/toolkit";
import { allowedTools, lookUpTool } from "./access";
import { patchedPolicy } from "./patch";
import type { SessionPolicy } from "./policy";

const allowed = (policy: SessionPolicy) =>
  allowedTools(policy, testToolkit).map(({ slug }) => slug.replace("BITBUCKET_", ""));

const all = ["LIST_PULL_REQUESTS", "GET_PULL_REQUEST", "CREATE_BRANCH", "DELETE_REPOSITORY"];

describe("which tools a session may use", () => {
  it.each<[string, SessionPolicy, string[]]>([
    ["nothing said", {}, all],
    ["the toolkit enabled", { toolkits: { enable: ["BitBucket"] } }, all],
    ["no toolkit enabled", { toolkits: { enable: [] } }, []],
    ["the toolkit disabled", { toolkits: { disable: ["bitbucket"] } }, []],
    [
      "one tool",
      { tools: { bitbucket: { enable: ["bitbucket_create_branch"] } } },
      ["CREATE_BRANCH"],
    ],
    [
      "all but one",
      { tools: { bitbucket: { disable: ["BITBUCKET_DELETE_REPOSITORY"] } } },
      all.slice(0, 3),
    ],
    ["wanted tags", { tags: { enable: ["createHint", "destructiveHint"] } }, all.slice(2)],
    [
      "unwanted tags",
      { tags: { disable: ["openWorldHint", "destructiveHint"] } },
      ["GET_PULL_REQUEST", "CREATE_BRANCH"],
    ],
    [
      "wanted and unwanted tags",
      { tags: { enable: ["readOnlyHint"], disable: ["openWorldHint"] } },
      ["GET_PULL_REQUEST"],
    ],
    [
      "the toolkit's tags over the session's",
      {
        tools: { bitbucket: { tags: { enable: ["createHint"] } } },
        tags: { disable: ["createHint"] },
      },
      ["CREATE_BRANCH"],
    ],
    [
      "the toolkit's list over the session's tags",
      {
        tools: { bitbucket: { enable: ["BITBUCKET_DELETE_REPOSITORY"] } },
        tags: { disable: ["destructiveHint"] },
      },
      ["DELETE_REPOSITORY"],
    ],
    ["another toolkit's list", { tools: { jira: { enable: [] } } }, all],
  ])("%s", (_, policy, expected) => {
    expect(allowed(policy)).toEqual(expected);
  });

  it("tells a tool that is off from one that does not exist", () => {
    const policy: SessionPolicy = { toolkits: { enable: [] } };
    expect(lookUpTool(policy, testToolkit, "BITBUCKET_CREATE_BRANCH").kind).toBe("disabled");
    expect(lookUpTool(policy, testToolkit, "BITBUCKET_FLY").kind).toBe("unknown");
  });
});

it("patches what is named: lists are replaced, settings merged, null removes", () => {
  const stored: SessionPolicy = {
    toolkits: { enable: ["bitbucket"] },
    tools: { bitbucket: { enable: [] } },
    manage_connections: { enable: true, callback_url: "https://example.com" },
    multi_account: { enable: true },
  };
  expect(
    patchedPolicy(stored, {
      toolkits: null,
      tools: { bitbucket: { disable: [] } },
      manage_connections: { enable: false },
      multi_account: null,
    }),
  ).toEqual({
    tools: { bitbucket: { disable: [] } },
    manage_connections: { enable: false, callback_url: "https://example.com" },
  });
});
