import { describe, expect, it } from "vitest";
import { startConversation } from "../testing/converse";
import type { JSONObject } from "../testing/fake-bitbucket";
import { createFakeRouter, type InnerCall, routerToolList } from "../testing/fake-router";

type Answers = (call: InnerCall) => JSONObject | undefined;

function start(intercept?: Answers) {
  const router = createFakeRouter(intercept ? { intercept } : {});
  return { ...startConversation(routerToolList, router.answer), inner: router.inner };
}

function isChange({ slug }: InnerCall): boolean {
  return /_(?:CREATE|UPDATE|DELETE|MERGE|APPROVE)_/.test(slug);
}

const changes = (inner: readonly InnerCall[]) => inner.filter(isChange);
const place = { workspace: "acme", repo_slug: "api" };
const mainHash = "a".repeat(40);

describe("changes", () => {
  it.each([
    [
      "Create a branch feature/x off main in acme/api",
      "Created [`feature/x`](https://bitbucket.org/acme/api/branch/feature/x) in `acme/api`, off `main` at `aaaaaaa`.",
      [
        {
          slug: "BITBUCKET_CREATE_BRANCH",
          arguments: { ...place, name: "feature/x", target_hash: mainHash },
        },
      ],
    ],
    [
      "create branches one and two off main in acme/api",
      "Created [`one`]",
      ["one", "two"].map((name) => ({
        slug: "BITBUCKET_CREATE_BRANCH",
        arguments: { ...place, name, target_hash: mainHash },
      })),
    ],
    [
      "create a branch in acme/web called fresh",
      "Created [`fresh`](https://bitbucket.org/acme/web/branch/fresh) in `acme/web`, off `trunk`",
      [
        {
          slug: "BITBUCKET_CREATE_BRANCH",
          arguments: {
            workspace: "acme",
            repo_slug: "web",
            name: "fresh",
            target_hash: "d".repeat(40),
          },
        },
      ],
    ],
    [
      "create branch feature/y in acme/api and open a pull request for it",
      "Opened pull request #13 “Y” from `feature/y` into `main` in `acme/api`.",
      [
        {
          slug: "BITBUCKET_CREATE_BRANCH",
          arguments: { ...place, name: "feature/y", target_hash: mainHash },
        },
        {
          slug: "BITBUCKET_CREATE_PULL_REQUEST",
          arguments: {
            ...place,
            title: "Y",
            source_branch: "feature/y",
            destination_branch: "main",
          },
        },
      ],
    ],
    [
      "Open a pull request for my feature",
      "Opened pull request #13 “Login form” from `feature/login-form` into `main` in `acme/api`.",
      [
        {
          slug: "BITBUCKET_CREATE_PULL_REQUEST",
          arguments: {
            ...place,
            title: "Login form",
            source_branch: "feature/login-form",
            destination_branch: "main",
          },
        },
      ],
    ],
    [
      "open a pull request from feature/login-form into main in acme/api with reviewers bob",
      "Opened pull request #13",
      [
        {
          slug: "BITBUCKET_CREATE_PULL_REQUEST",
          arguments: {
            ...place,
            title: "Login form",
            source_branch: "feature/login-form",
            destination_branch: "main",
            reviewers: [{ uuid: "{bob}" }],
          },
        },
      ],
    ],
    [
      "Comment on the latest open issue: I can reproduce this",
      "Commented on issue [#4](https://bitbucket.org/acme/api/issues/4) “Timeouts” in `acme/api`.",
      [
        {
          slug: "BITBUCKET_CREATE_ISSUE_COMMENT",
          arguments: { ...place, issue_id: "4", content: "I can reproduce this" },
        },
      ],
    ],
    [
      "close issues 3 and 4 in acme/api",
      "Set issues #3 and #4 in `acme/api` to state closed.",
      ["3", "4"].map((number) => ({
        slug: "BITBUCKET_UPDATE_ISSUE",
        arguments: { ...place, issue_id: number, state: "closed" },
      })),
    ],
    [
      "delete issue 3 in acme/api",
      "Deleted issue #3 in `acme/api`.",
      [{ slug: "BITBUCKET_DELETE_ISSUE", arguments: { ...place, issue_id: "3" } }],
    ],
    [
      'create a critical bug "Delete hangs" in acme/api',
      "Created issue #20 “Delete hangs” in `acme/api`.",
      [
        {
          slug: "BITBUCKET_CREATE_ISSUE",
          arguments: {
            ...place,
            title: "Delete hangs",
            content: "Delete hangs",
            kind: "bug",
            priority: "critical",
          },
        },
      ],
    ],
    [
      "create a public repository called New Site in acme",
      "Created the public repository",
      [
        {
          slug: "BITBUCKET_CREATE_REPOSITORY",
          arguments: { workspace: "acme", repo_slug: "new-site", is_private: false },
        },
      ],
    ],
    [
      "delete the repository acme/api",
      "The repository `acme/api` is deleted.",
      [{ slug: "BITBUCKET_DELETE_REPOSITORY", arguments: place }],
    ],
    [
      "squash and merge pull request 12 in acme/api",
      "Merged pull request [#12](https://bitbucket.org/acme/api/pull-requests/12) “Fix typo” into `main` as `fffffff`.",
      [
        {
          slug: "BITBUCKET_MERGE_PULL_REQUEST",
          arguments: { ...place, pull_request_id: 12, merge_strategy: "squash" },
        },
      ],
    ],
    [
      "approve pull request 12 in acme/api",
      "Approved pull request #12 in `acme/api`.",
      [{ slug: "BITBUCKET_APPROVE_PULL_REQUEST", arguments: { ...place, pull_request_id: 12 } }],
    ],
    [
      "comment on pull request 12 in acme/api: Nice",
      "Commented on pull request #12 in `acme/api`.",
      [
        {
          slug: "BITBUCKET_CREATE_PULL_REQUEST_COMMENT",
          arguments: { ...place, pull_request_id: "12", content_raw: "Nice" },
        },
      ],
    ],
    [
      "comment on snippet kypj: Still good",
      "Commented on the snippet `kypj` in `acme`.",
      [
        {
          slug: "BITBUCKET_CREATE_SNIPPET_COMMENT",
          arguments: { workspace: "acme", encoded_id: "kypj", content: "Still good" },
        },
      ],
    ],
  ])("%s", async (text, answer, expected) => {
    const { send, inner } = start();
    expect(await send(text)).toContain(answer);
    expect(changes(inner)).toEqual(expected);
  });

  it("stays within ten steps where it has to find everything out by itself", async () => {
    const { send, calls } = start();
    await send("Open a pull request for my feature");
    expect(calls.length).toBeLessThan(9);
  });

  it("sends changes of one kind in one call, to be decided one by one", async () => {
    const { send, calls } = start((call) =>
      call.slug === "BITBUCKET_UPDATE_ISSUE" && call.arguments.issue_id === "3"
        ? { successful: false, denied: true, error: "The person said no.", reason: "still needed" }
        : undefined,
    );
    expect(await send("close issues 3 and 4 in acme/api")).toBe(
      "Set issue #4 in `acme/api` to state closed.\n\nYou said no, so I did not set issue #3 in `acme/api` to state closed. I noted your reason. Tell me if you want it done differently.",
    );
    expect(calls.filter(({ name }) => name === "COMPOSIO_MULTI_EXECUTE_TOOL")).toHaveLength(1);
  });
});
