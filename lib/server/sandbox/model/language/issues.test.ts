import { describe, expect, it } from "vitest";
import { readIntent } from "./intent";

const api = [{ workspace: "acme", slug: "api" }];
const bare = [{ slug: "api" }];
const none: never[] = [];

describe("issues", () => {
  it.each([
    ["list the issues in acme/api", { kind: "list-issues", show: "open", repositories: api }],
    ["show all issues of api", { kind: "list-issues", show: "all" }],
    ["which issues are closed in api", { kind: "list-issues", show: "closed" }],
    ["show issue 4 in acme/api", { kind: "get-issue", issues: { type: "numbers", numbers: [4] } }],
    ["what is the latest issue in api?", { kind: "get-issue", issues: { type: "latest" } }],
    [
      "create an issue in acme/api: Login fails on Safari",
      { kind: "create-issue", title: "Login fails on Safari", repositories: api },
    ],
    [
      'create a critical bug "Delete repository hangs" in api',
      {
        kind: "create-issue",
        title: "Delete repository hangs",
        issueKind: "bug",
        priority: "critical",
      },
    ],
    [
      "Close the latest open issue",
      { kind: "update-issues", issues: { type: "latest" }, changes: { state: "closed" } },
    ],
    [
      'open an issue in web titled "Nope"',
      { kind: "create-issue", title: "Nope", repositories: [{ slug: "web" }] },
    ],
    ["show api's issues", { kind: "list-issues", repositories: bare }],
    ["show the open issues", { kind: "list-issues", repositories: none }],
    ["create an issue", { kind: "create-issue", repositories: none }],
    [
      "close issues 3 and 4 in acme/api",
      {
        kind: "update-issues",
        issues: { type: "numbers", numbers: [3, 4] },
        changes: { state: "closed" },
      },
    ],
    [
      "Close #3, #4 and #5 in api",
      { kind: "update-issues", issues: { type: "numbers", numbers: [3, 4, 5] } },
    ],
    ["mark issue 4 as resolved", { kind: "update-issues", changes: { state: "resolved" } }],
    [
      "set the priority of issue 4 to critical",
      { kind: "update-issues", changes: { priority: "critical" } },
    ],
    [
      'rename issue #4 to "Timeouts on login"',
      { kind: "update-issues", changes: { title: "Timeouts on login" } },
    ],
    ["reopen issue 5 in api", { kind: "update-issues", changes: { state: "open" } }],
    [
      "delete issue 4 in acme/api",
      { kind: "delete-issues", issues: { type: "numbers", numbers: [4] }, repositories: api },
    ],
    [
      'add a comment to issue #4 in api saying "Looks good"',
      {
        kind: "comment-on-issue",
        issues: { type: "numbers", numbers: [4] },
        content: "Looks good",
        repositories: bare,
      },
    ],
    ["reply to the newest issue: thanks!", { kind: "comment-on-issue", content: "thanks!" }],
  ])("%s", (text, intent) => {
    expect(readIntent(text)).toMatchObject(intent);
  });
});
