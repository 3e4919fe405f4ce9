import { describe, expect, it } from "vitest";
import { sampleAction } from "@/components/activity/stories/sample-action";
import { addressFromNames, addressFromResult, addressToLookAt } from "./receipt-address";

const done = { status: "succeeded", result: { id: 43, title: "x" } } as const;

describe("addressFromNames", () => {
  it.each([
    ["BITBUCKET_CREATE_BRANCH", "https://bitbucket.org/acme/api/branch/release/1.4"],
    ["BITBUCKET_CREATE_PULL_REQUEST", "https://bitbucket.org/acme/api/pull-requests/43"],
    ["BITBUCKET_MERGE_PULL_REQUEST", "https://bitbucket.org/acme/api/pull-requests/42"],
    ["BITBUCKET_CREATE_REPOSITORY", "https://bitbucket.org/acme/api"],
    ["BITBUCKET_CREATE_ISSUE", undefined],
  ])("%s: %s", (tool, expected) => {
    expect(addressFromNames(sampleAction(tool, done))).toBe(expected);
  });

  it.each([{}, { workspace: "acme" }, { workspace: "a/../b", repo_slug: "api" }])(
    "makes nothing up from %j",
    (sent) => {
      const action = sampleAction("BITBUCKET_CREATE_REPOSITORY", done, { arguments: sent });
      expect(addressFromNames(action)).toBeUndefined();
    },
  );

  it("cannot be led out of the path by a branch's name", () => {
    const action = sampleAction("BITBUCKET_CREATE_BRANCH", done, {
      arguments: { workspace: "acme", repo_slug: "api", name: "a?b#c d" },
    });
    expect(addressFromNames(action)).toBe("https://bitbucket.org/acme/api/branch/a%3Fb%23c%20d");
  });
});

describe("addressToLookAt", () => {
  it.each([
    ["BITBUCKET_CREATE_BRANCH", "https://bitbucket.org/acme/api/branch/release/1.4"],
    ["BITBUCKET_CREATE_ISSUE", "https://bitbucket.org/acme/api"],
  ])("%s: %s", (tool, expected) => {
    expect(addressToLookAt(sampleAction(tool, { status: "unknown" }))).toBe(expected);
  });
});

describe("addressFromResult", () => {
  it("finds the link, also where the object is wrapped", () => {
    const links = { html: { href: "https://bitbucket.org/x" } };
    for (const result of [{ links }, { data: { links } }, { pull_request: { links } }]) {
      const action = sampleAction("BITBUCKET_MERGE_PULL_REQUEST", { status: "succeeded", result });
      expect(addressFromResult(action)).toBe("https://bitbucket.org/x");
    }
  });
});
