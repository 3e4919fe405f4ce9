import { describe, expect, it } from "vitest";
import { readIntent } from "./intent";

const place = { workspace: "acme", repo_slug: "api" };

describe("readIntent of a check", () => {
  it.each<[string, string, Record<string, unknown>]>([
    [
      "create branch release/1.4 in acme/api",
      "BITBUCKET_CREATE_BRANCH",
      { ...place, name: "release/1.4" },
    ],
    [
      "create branch “a name with blanks” in acme/api",
      "BITBUCKET_CREATE_BRANCH",
      { ...place, name: "a name with blanks" },
    ],
    [
      "open pull request “Add limits from me” from feature/limits into main in acme/api",
      "BITBUCKET_CREATE_PULL_REQUEST",
      {
        ...place,
        title: "Add limits from me",
        source_branch: "feature/limits",
        destination_branch: "main",
      },
    ],
    [
      "merge pull request #42 in acme/api",
      "BITBUCKET_MERGE_PULL_REQUEST",
      { ...place, pull_request_id: "42" },
    ],
    [
      "request changes to pull request #42 in acme/api",
      "BITBUCKET_REQUEST_PULL_REQUEST_CHANGES",
      { ...place, pull_request_id: "42" },
    ],
    [
      "create issue “Webhooks stop. Why?” in acme/api",
      "BITBUCKET_CREATE_ISSUE",
      { ...place, title: "Webhooks stop. Why?" },
    ],
    [
      "update issue #7 “A new title” in acme/api",
      "BITBUCKET_UPDATE_ISSUE",
      { ...place, issue_id: "7" },
    ],
    [
      "comment on snippet kMyXq7 in acme",
      "BITBUCKET_CREATE_SNIPPET_COMMENT",
      { workspace: "acme", encoded_id: "kMyXq7" },
    ],
    ["delete repository acme/api", "BITBUCKET_DELETE_REPOSITORY", place],
  ])("%s", (effect, slug, sent) => {
    const expected = { kind: "check-change", change: { slug, arguments: sent } };
    const sentence = `Check whether this went through: ${effect}. Only look, change nothing.`;
    expect(readIntent(sentence)).toEqual(expected);
    expect(readIntent(`check if that went through: ${effect}`)).toEqual(expected);
  });

  it.each(["", ": fly to the moon.", ": create branch x in acme/api and merge pull request #1"])(
    "stays a check when the rest is not understood: %j",
    (rest) => {
      expect(readIntent(`Check whether this went through${rest}`)).toEqual({
        kind: "check-change",
      });
    },
  );
});
