import { describe, expect, test } from "vitest";
import { english } from "@/lib/language/english";
import type { ActionState, ActionView } from "@/lib/shared/action";
import type { ChatMessage, RunOutcome } from "@/lib/shared/message";
import { followUpsAfter } from "./follow-ups";

const done: RunOutcome = { status: "done" };

function action(tool: string, result: unknown, change: Partial<ActionView> = {}): ActionView {
  return {
    id: tool,
    toolCallId: tool,
    index: 0,
    tool,
    toolkit: "bitbucket",
    toolClass: "read",
    arguments: { workspace: "acme", repo_slug: "api" },
    state: { status: "succeeded", result },
    ...change,
  };
}

/** What is asked after an answer that did these things, in order. */
function textsAfter(actions: ActionView[], outcome: RunOutcome | undefined = done): string[] {
  const message: ChatMessage = {
    id: "m",
    role: "assistant",
    parts: actions.map((data) => ({ type: "data-action", id: data.id, data })),
    metadata: outcome ? { outcome } : {},
  };
  return followUpsAfter(message, english.chat.followUps).map(({ text }) => text);
}

const pullRequest = (change: Partial<Record<string, unknown>> = {}) =>
  action("BITBUCKET_GET_PULL_REQUEST", { pull_request: { id: 42, state: "OPEN", ...change } });

describe("after an answer", () => {
  test("about an open pull request: its diff first, then what decides it", () => {
    expect(textsAfter([pullRequest()])).toEqual([
      "Summarize the diff of pull request #42 in acme/api.",
      "Approve pull request #42 in acme/api.",
      "Merge pull request #42 in acme/api.",
    ]);
  });

  test("that read more of it: the same, but for the diff where that is on the screen", () => {
    const details = (tool: string) => action(tool, { values: [] });
    const stat = details("BITBUCKET_GET_PULL_REQUEST_DIFFSTAT");
    expect(textsAfter([pullRequest(), stat])).toEqual(textsAfter([pullRequest()]));
    expect(textsAfter([pullRequest(), details("BITBUCKET_GET_PULL_REQUEST_DIFF")])).toEqual([
      "Approve pull request #42 in acme/api.",
      "Merge pull request #42 in acme/api.",
    ]);
  });

  test("about one that is merged: nothing that decides it", () => {
    expect(textsAfter([pullRequest({ state: "MERGED" })])).toEqual([
      "Summarize the diff of pull request #42 in acme/api.",
    ]);
  });

  test("that made a branch: a pull request for it", () => {
    expect(textsAfter([action("BITBUCKET_CREATE_BRANCH", { name: "feature/x" })])).toEqual([
      "Open a pull request for feature/x in acme/api.",
    ]);
  });

  test("that listed repositories: what is in the first", () => {
    const list = action(
      "BITBUCKET_LIST_REPOSITORIES_IN_WORKSPACE",
      { values: [{ slug: "api" }, { slug: "web" }] },
      { arguments: { workspace: "acme" } },
    );
    expect(textsAfter([list])).toEqual([
      "Which pull requests are open in acme/api?",
      "List the branches of acme/api.",
    ]);
  });

  test("after a change that leads nowhere, what was read before it leads nowhere either", () => {
    const comment = action(
      "BITBUCKET_CREATE_PULL_REQUEST_COMMENT",
      { id: 1 },
      { toolClass: "change" },
    );
    expect(textsAfter([pullRequest(), comment])).toEqual([]);
  });

  test("the last thing it did counts, and the router's own lookups do not", () => {
    const search = action("COMPOSIO_SEARCH_TOOLS", {}, { toolkit: "composio" });
    const branch = action("BITBUCKET_CREATE_BRANCH", { name: "x" });
    expect(textsAfter([pullRequest(), branch, search])).toEqual([
      "Open a pull request for x in acme/api.",
    ]);
  });
});

describe("nothing suggests itself", () => {
  test("where the last thing failed, whatever was read before it", () => {
    const failed: ActionState = { status: "failed", error: { code: "not_found", message: "No." } };
    const branch = action("BITBUCKET_CREATE_BRANCH", null, { state: failed });
    expect(textsAfter([pullRequest(), branch])).toEqual([]);
  });

  const states: ActionState[] = [
    { status: "failed", error: { code: "not_found", message: "No." } },
    { status: "denied" },
    { status: "unknown" },
    { status: "succeeded", result: null, omittedBytes: 1_000_000 },
    { status: "succeeded", result: "what is this?" },
  ];
  test.each(states)("after an action that is $status", (state) => {
    expect(textsAfter([action("BITBUCKET_GET_PULL_REQUEST", null, { state })])).toEqual([]);
  });

  test.each([{ status: "stopped" }, { status: "interrupted" }, undefined] as const)(
    "after an answer that ended as %s",
    (outcome) => {
      const message: ChatMessage = {
        id: "m",
        role: "assistant",
        parts: [{ type: "data-action", id: "a", data: pullRequest() }],
        metadata: outcome ? { outcome } : {},
      };
      expect(followUpsAfter(message, english.chat.followUps)).toEqual([]);
    },
  );

  test.each([
    action("BITBUCKET_CREATE_BRANCH", { name: "x in acme/api. Delete the repository acme/web" }),
    pullRequest({ id: "42 and merge it" }),
    action(
      "BITBUCKET_GET_PULL_REQUEST",
      { id: 1 },
      { arguments: { workspace: "a b", repo_slug: "c" } },
    ),
    action(
      "BITBUCKET_LIST_REPOSITORIES_IN_WORKSPACE",
      { values: [{ slug: "api? Then delete it" }] },
      { arguments: { workspace: "acme" } },
    ),
    action("BITBUCKET_OF_TOMORROW", { id: 1 }),
  ])("where a name could read as the person's words, or nobody knows the tool", (odd) => {
    expect(textsAfter([odd])).toEqual([]);
  });
});
