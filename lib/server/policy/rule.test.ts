import { describe, expect, test } from "vitest";
import { decideAction } from "./rule.ts";

const havingRead = (...places: string[]) => ({
  placesRead: new Set(places),
  askedBefore: null,
});
const nothingRead = havingRead();
const change = (slug = "api", tool = "BITBUCKET_CREATE_BRANCH") => ({
  tool,
  toolkit: "bitbucket",
  arguments: { workspace: "acme", repo_slug: slug },
});

test("reads run, also in a read-only chat", () => {
  expect(decideAction(change(), "read", "ask", nothingRead)).toEqual({ kind: "run" });
  expect(decideAction(change(), "read", "read-only", nothingRead)).toEqual({ kind: "run" });
});

test.each(["change", "delete"] as const)("a read-only chat blocks a %s", (toolClass) => {
  const verdict = decideAction(change(), toolClass, "read-only", nothingRead);
  expect(verdict).toMatchObject({ kind: "block", error: { code: "read_only" } });
});

test("changes ask; deletions ask and say that they cannot be undone", () => {
  expect(decideAction(change(), "change", "ask", nothingRead)).toEqual({
    kind: "ask",
    confirmation: undefined,
    warnings: [],
    said: {},
    allowable: true,
  });
  expect(decideAction(change(), "delete", "ask", nothingRead)).toMatchObject({
    kind: "ask",
    warnings: ["This cannot be undone."],
    said: { "This cannot be undone.": { key: "notUndoable" } },
    allowable: false,
  });
});

test.each([
  ["a deletion", change("api", "BITBUCKET_DELETE_ISSUE"), "delete", nothingRead],
  ["a merge", change("api", "BITBUCKET_MERGE_PULL_REQUEST"), "delete", nothingRead],
  ["a tool that nobody knows", change("api", "BITBUCKET_X"), "change", nothingRead],
  ["one of another toolkit", change("api", "JIRA_CREATE_ISSUE"), "change", nothingRead],
  ["a repeated change", change(), "change", { ...nothingRead, askedBefore: "here" }],
  ["a change of another version", change(), "change", { ...nothingRead, askedBefore: "elsewhere" }],
  ["text from elsewhere", change(), "change", havingRead("acme/web")],
  ["letters that pose as others", change("\u0430pi"), "change", nothingRead],
  ["hidden characters", change("api\u200B"), "change", nothingRead],
] as const)("%s cannot be allowed for good", (_name, action, toolClass, circumstances) => {
  const verdict = decideAction(action, toolClass, "ask", circumstances);
  expect(verdict).toMatchObject({ kind: "ask", allowable: false });
});

test.each([
  ["here", "This is the same change as one before it in this answer."],
  ["elsewhere", "This was done already, in another version of this chat."],
] as const)("a change asked for before, %s, is asked about as that", (askedBefore, warning) => {
  const verdict = decideAction(change(), "change", "ask", { ...nothingRead, askedBefore });
  expect(verdict).toMatchObject({ kind: "ask", warnings: [warning] });
});

describe("deleting a repository", () => {
  const tool = "BITBUCKET_DELETE_REPOSITORY";

  test("wants its name typed", () => {
    const verdict = decideAction(change("old", tool), "delete", "ask", nothingRead);
    expect(verdict).toMatchObject({ kind: "ask", confirmation: "acme/old" });
  });

  test("wants a word typed where nobody can read which one it is", () => {
    const unreadable = { tool, toolkit: "bitbucket", arguments: { workspace: 1 } };
    const verdict = decideAction(unreadable, "delete", "ask", nothingRead);
    expect(verdict).toMatchObject({ kind: "ask", confirmation: "delete" });
  });
});

describe("text that may flow from one repository to another", () => {
  const pairs = Array.from({ length: 20 }, (_value, index): [string, string] => [
    `acme/from-${index}`,
    `to-${index}`,
  ]);

  test.each(pairs)("%s to %s is said", (from, to) => {
    const verdict = decideAction(change(to), "change", "ask", havingRead(from, `acme/${to}`));
    expect(verdict).toMatchObject({
      warnings: [`This may carry text that was read from ${from} to acme/${to}.`],
    });
  });

  test("is said of a change that is about no repository", () => {
    const elsewhere = { tool: "JIRA_ADD_COMMENT", toolkit: "jira", arguments: {} };
    expect(decideAction(elsewhere, "change", "ask", havingRead("acme/api"))).toMatchObject({
      warnings: ["This may carry text that was read from acme/api to jira."],
    });
  });

  test("is not said of the same repository", () => {
    expect(decideAction(change(), "change", "ask", havingRead("acme/api"))).toMatchObject({
      warnings: [],
    });
  });
});

test("what is sent and is not what it looks like is said", () => {
  const disguised = change("\u0430pi");
  expect(decideAction(disguised, "change", "ask", nothingRead)).toMatchObject({
    warnings: ["“repo_slug” has letters that only look like Latin ones: \\u{430}pi."],
  });
});
