import fs from "node:fs";
import { resolveRef } from "isomorphic-git";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { identityNamed, startBitbucket } from "../testing/start-bitbucket";

let bitbucket: Awaited<ReturnType<typeof startBitbucket>>;
beforeAll(async () => {
  bitbucket = await startBitbucket();
});
afterAll(() => bitbucket.stop());

const api = { workspace: "acme", repo_slug: "api" };
const open = { ...api, title: "Limit requests", source_branch: "feature/rate-limit" };

test("lists open pull requests in pages, the latest activity first", async () => {
  const world = bitbucket.open("read");
  const page = await world.read(
    z.looseObject({ values: z.array(z.object({ state: z.string(), updated_on: z.string() })) }),
    "LIST_PULL_REQUESTS",
    api,
  );
  expect(page).toMatchObject({
    size: 12,
    page: 1,
    pagelen: 10,
    next: expect.stringMatching(/page=2$/),
  });
  const moments = page.values.map((entry) => entry.updated_on);
  expect(moments).toEqual(moments.toSorted().toReversed());
  expect(page.values.every(({ state }) => state === "OPEN")).toBe(true);
  const rest = await world.data("LIST_PULL_REQUESTS", { ...api, page: 2 });
  expect(rest).toMatchObject({ values: [{}, {}], previous: expect.stringMatching(/page=1$/) });
});

test.each([
  ["MERGED", 6],
  ["DECLINED", 1],
])("lists the %s ones", async (state, size) => {
  const page = await bitbucket.open("read").data("LIST_PULL_REQUESTS", { ...api, state });
  expect(page.size).toBe(size);
});

test("gets one with its people, its branches and its links", async () => {
  const world = bitbucket.open("read");
  const { pull_request: found } = await world.data("GET_PULL_REQUEST", {
    ...api,
    pull_request_id: 8,
  });
  const gitdir = world.gitdir("acme/api");
  expect(found).toMatchObject({
    id: 8,
    state: "OPEN",
    author: { nickname: "sam-acme" },
    source: {
      branch: { name: "feature/idempotency" },
      commit: { hash: await resolveRef({ fs, gitdir, ref: "refs/heads/feature/idempotency" }) },
    },
    destination: {
      branch: { name: "main" },
      commit: { hash: await resolveRef({ fs, gitdir, ref: "refs/heads/main" }) },
    },
    reviewers: [{ nickname: "jane-acme" }, { nickname: "priya-acme" }],
    comment_count: 2,
    task_count: 1,
    merge_commit: null,
    links: { html: { href: "https://bitbucket.org/acme/api/pull-requests/8" } },
  });
});

test("shows every state and drafts", async () => {
  const world = bitbucket.open("read");
  const stateOf = async (id: number) =>
    (await world.data("GET_PULL_REQUEST", { ...api, pull_request_id: id })).pull_request;
  expect(await stateOf(9)).toMatchObject({ state: "SUPERSEDED" });
  expect(await stateOf(5)).toMatchObject({
    state: "DECLINED",
    closed_by: { nickname: "jane-acme" },
  });
  expect(await stateOf(2)).toMatchObject({
    state: "MERGED",
    merge_commit: { hash: expect.stringMatching(/^[0-9a-f]{40}$/) },
  });
  expect(await stateOf(12)).toMatchObject({ state: "OPEN", draft: true });
});

test("knows its commits, its files and its diff", async () => {
  const world = bitbucket.open("read");
  const input = { ...api, pull_request_id: 11 };
  expect(await world.data("GET_PULL_REQUEST_COMMITS", input)).toMatchObject({
    size: 1,
    values: [{ message: "Refuse webhooks older than five minutes\n" }],
  });
  const path = "src/webhooks/signature.ts";
  expect(await world.data("GET_PULL_REQUEST_DIFFSTAT", input)).toMatchObject({
    size: 1,
    values: [
      { status: "modified", lines_added: 1, lines_removed: 0, old: { path }, new: { path } },
    ],
  });
  const { diff } = await world.data("GET_PULL_REQUEST_DIFF", input);
  expect(diff).toContain(`diff --git a/${path} b/${path}\n`);
  expect(diff).toContain(
    "\n+  if (Math.abs(Date.now() / 1_000 - timestamp) > 300) return false;\n",
  );
  const cut = await world.data("GET_PULL_REQUEST_DIFF", { ...input, max_chars: 40 });
  expect(cut).toEqual({ diff: String(diff).slice(0, 40), truncated: true });
});

test("lists its comments", async () => {
  const world = bitbucket.open("read");
  const input = { ...api, pull_request_id: 8 };
  expect(await world.data("GET_REPOSITORIES_PULLREQUESTS_COMMENTS", input)).toMatchObject({
    size: 2,
    values: [
      { type: "pullrequest_comment", user: { nickname: "priya-acme" } },
      { inline: { path: "src/idempotency.ts", to: 1 } },
    ],
  });
});

test.each(["GET_PULL_REQUEST", "GET_PULL_REQUEST_DIFFSTAT", "MERGE_PULL_REQUEST"])(
  "%s of an unknown number is a 404",
  async (slug) => {
    const refusal = await bitbucket.open("read").refusal(slug, { ...api, pull_request_id: 999 });
    expect(refusal).toMatchObject({ status: 404, message: "Pull request 999 not found" });
  },
);

test("opens one into the main branch, with reviewers", async () => {
  const world = bitbucket.open("create");
  const { uuid } = identityNamed("sam-acme");
  const created = await world.data("CREATE_PULL_REQUEST", { ...open, reviewers: [{ uuid }] });
  expect(created).toMatchObject({ id: 21, title: "Limit requests", state: "OPEN" });
  const { pull_request: found } = await world.data("GET_PULL_REQUEST", {
    ...api,
    pull_request_id: 21,
  });
  expect(found).toMatchObject({
    author: { nickname: "jane-acme" },
    destination: { branch: { name: "main" } },
    reviewers: [{ uuid }],
    participants: [{ role: "REVIEWER", approved: false, user: { uuid } }],
    close_source_branch: false,
  });
  expect(
    await world.data("GET_PULL_REQUEST_COMMITS", { ...api, pull_request_id: 21 }),
  ).toMatchObject({
    size: 2,
  });
  const next = await world.data("CREATE_PULL_REQUEST", {
    ...api,
    title: "Search",
    source_branch: "feature/order-search",
    destination_branch: "release/1.2",
  });
  expect(next.id).toBe(22);
});

test("refuses what Bitbucket refuses", async () => {
  const world = bitbucket.open("refuse");
  const create = (input: Record<string, unknown>) =>
    world.refusal("CREATE_PULL_REQUEST", { ...open, ...input });
  expect(await create({ source_branch: "main" })).toMatchObject({
    status: 400,
    fields: { destination: [expect.stringContaining("the same")] },
  });
  expect(await create({ source_branch: "nope" })).toMatchObject({
    status: 400,
    fields: { source: ["branch not found: nope"] },
  });
  expect(await create({ destination_branch: "nope" })).toMatchObject({
    status: 400,
    fields: { destination: ["branch not found: nope"] },
  });
  expect(await create({ reviewers: [{ uuid: "{nobody}" }] })).toMatchObject({
    status: 400,
    message: "reviewers: Malformed reviewers list",
  });
  expect(await create({ reviewers: [{ uuid: identityNamed("jane-acme").uuid }] })).toMatchObject({
    status: 400,
    message: "reviewers: Jane Okafor is the author and cannot be included as a reviewer.",
  });
  expect(await world.changes()).toEqual([]);
});

test("refuses a reviewer who cannot see the repository", async () => {
  const world = bitbucket.open("refuse");
  const refusal = await world.refusal("CREATE_PULL_REQUEST", {
    workspace: "acme",
    repo_slug: "billing",
    title: "Again",
    source_branch: "feature/reverse-charge",
    reviewers: [{ uuid: identityNamed("sam-acme").uuid }],
  });
  expect(refusal).toMatchObject({
    status: 400,
    message: "reviewers: Sam Lindqvist does not have access to view this pull request",
  });
});

test("refuses a pull request without changes", async () => {
  const world = bitbucket.open("refuse-empty");
  const { target } = await world.read(
    z.object({ target: z.object({ hash: z.string() }) }),
    "GET_BRANCH",
    { ...api, name: "main" },
  );
  await world.data("CREATE_BRANCH", { ...api, name: "same", target_hash: target.hash });
  const refusal = await world.refusal("CREATE_PULL_REQUEST", { ...open, source_branch: "same" });
  expect(refusal).toMatchObject({ status: 400, message: "There are no changes to be pulled" });
});
