import { expect, test } from "vitest";
import { isForbidden, sessionTools } from "./tool-lists.ts";

test.each<[string, { allowed?: string[]; denied?: string[] }, boolean]>([
  ["BITBUCKET_DELETE_ISSUE", {}, false],
  ["BITBUCKET_DELETE_ISSUE", { denied: ["BITBUCKET_DELETE_ISSUE"] }, true],
  ["BITBUCKET_DELETE_ISSUES", { denied: ["BITBUCKET_DELETE_ISSUE"] }, false],
  ["BITBUCKET_DELETE_ISSUE", { denied: ["BITBUCKET_DELETE_*"] }, true],
  ["bitbucket_delete_issue", { denied: ["BITBUCKET_DELETE_*"] }, true],
  ["BITBUCKET_DELETE_ISSUE", { denied: ["*_ISSUE"] }, true],
  ["BITBUCKET_DELETE_ISSUE_COMMENT", { denied: ["*_ISSUE"] }, false],
  ["BITBUCKET_GET_PULL_REQUEST_DIFF", { denied: ["*_PULL_*_DIFF"] }, true],
  ["BITBUCKET_GET_PULL_REQUEST", { denied: ["*_PULL_*_DIFF"] }, false],
  ["AB", { denied: ["A*B"] }, true],
  ["A", { denied: ["A*A"] }, false],
  ["BITBUCKET_GET_ISSUE", { allowed: ["BITBUCKET_LIST_*"] }, true],
  ["BITBUCKET_LIST_ISSUES", { allowed: ["BITBUCKET_LIST_*"] }, false],
  ["BITBUCKET_LIST_ISSUES", { allowed: ["*"], denied: ["*_ISSUES"] }, true],
  ["COMPOSIO_MULTI_EXECUTE_TOOL", { allowed: ["BITBUCKET_LIST_*"], denied: ["*"] }, false],
])("%s under %j: forbidden is %j", (tool, { allowed, denied = [] }, forbidden) => {
  expect(isForbidden(tool, { allowed, denied })).toBe(forbidden);
});

test("a session is told of names, and of patterns nothing that would forbid too much", () => {
  const toolkits = ["bitbucket", "jira"];
  expect(sessionTools({ allowed: undefined, denied: [] }, toolkits)).toEqual({});
  expect(
    sessionTools({ allowed: undefined, denied: ["BITBUCKET_DELETE_ISSUE", "*_MERGE_*"] }, toolkits),
  ).toEqual({ bitbucket: { disable: ["BITBUCKET_DELETE_ISSUE"] } });
  const listed = ["BITBUCKET_GET_ISSUE", "BITBUCKET_DELETE_ISSUE"];
  expect(sessionTools({ allowed: listed, denied: ["*_DELETE_*"] }, toolkits)).toEqual({
    bitbucket: { enable: ["BITBUCKET_GET_ISSUE"] },
    jira: { enable: [] },
  });
  expect(sessionTools({ allowed: ["BITBUCKET_LIST_*"], denied: [] }, toolkits)).toEqual({});
});
