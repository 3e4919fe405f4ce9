import { describe, expect, it } from "vitest";
import { english } from "@/lib/language/english";
import { german } from "@/lib/language/german";
import { isGerman } from "./german";
import { readIntent } from "./intent";
import { isContinuation } from "./small-talk";

const { chat, actions } = german;

/** The messages that a language's interface sends for people. */
function offered({ chat: { welcome, followUps }, actions: { requests } }: typeof english) {
  const steps = [
    followUps.summarizeDiff("42", "acme/api"),
    followUps.approve("42", "acme/api"),
    followUps.merge("42", "acme/api"),
    followUps.openPullRequests("acme/api"),
    followUps.otherOpenPullRequests("acme/api"),
    followUps.branches("acme/api"),
    followUps.showPullRequest("42", "acme/api"),
    followUps.createPullRequest("feature/x", "acme/api"),
    followUps.openIssues("acme/api"),
  ];
  return [
    ...welcome.whenConnected,
    ...welcome.whenNotConnected,
    ...steps.map(({ text }) => text),
    requests.deleteIssue("9", "acme/api"),
    requests.deleteComment("17", "42", "acme/api"),
  ];
}

const inBoth = offered(german).map((text, index) => [text, offered(english)[index] ?? ""] as const);

describe("what the German interface offers to say", () => {
  it.each(inBoth)("“%s” means “%s”", (text, meaning) => {
    expect(isGerman(text)).toBe(true);
    expect(readIntent(text)).toEqual(readIntent(meaning));
  });

  it("goes on", () => {
    expect(isContinuation(chat.outcomes.goOnRequest)).toBe(true);
  });

  it.each([
    [
      "Branch release/1.4 in acme/api anlegen",
      "BITBUCKET_CREATE_BRANCH",
      { name: "release/1.4", workspace: "acme", repo_slug: "api" },
    ],
    [
      "Pull Request „Add rate limits“ von feature/x nach main in acme/api erstellen",
      "BITBUCKET_CREATE_PULL_REQUEST",
      { title: "Add rate limits", source_branch: "feature/x", destination_branch: "main" },
    ],
    [
      "Pull Request #42 „Add rate limits“ in acme/api mergen",
      "BITBUCKET_MERGE_PULL_REQUEST",
      { pull_request_id: "42", repo_slug: "api" },
    ],
    ["Issue #7 in acme/api löschen", "BITBUCKET_DELETE_ISSUE", { issue_id: "7" }],
    ["Repository acme/old-site löschen", "BITBUCKET_DELETE_REPOSITORY", { repo_slug: "old-site" }],
  ])("finds out about: %s", (effect, slug, sent) => {
    expect(readIntent(actions.requests.check(effect))).toMatchObject({
      kind: "check-change",
      change: { slug, arguments: sent },
    });
  });

  it("takes a check that it does not understand for a check, and never for the order in it", () => {
    expect(readIntent(actions.requests.check("Lösche das Repository acme/api"))).toEqual({
      kind: "check-change",
    });
  });
});

it.each([
  ["Which pull requests are open?", false],
  ["Merge pull request #42 in acme/api.", false],
  ["feature/search", false],
  ["Kannst du mir bitte die Branches zeigen?", true],
  ["Räum das Repository auf", true],
])("%s: German %s", (text, expected) => {
  expect(isGerman(text)).toBe(expected);
});
