import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { identityNamed, startBitbucket } from "../testing/start-bitbucket";

let bitbucket: Awaited<ReturnType<typeof startBitbucket>>;
beforeAll(async () => {
  bitbucket = await startBitbucket();
});
afterAll(() => bitbucket.stop());

const api = { workspace: "acme", repo_slug: "api" };
const listSchema = z.object({
  values: z.array(z.object({ id: z.int(), state: z.string() })),
  size: z.int(),
});

test("lists issues, the latest change first, in pages", async () => {
  const world = bitbucket.open("read");
  const page = await world.read(listSchema, "LIST_ISSUES", api);
  expect(page.size).toBe(14);
  expect(page.values).toHaveLength(10);
  expect(page.values[0]?.id).toBe(14);
});

test("filters by every parameter", async () => {
  const world = bitbucket.open("read");
  const ids = async (input: Record<string, unknown>) =>
    (await world.read(listSchema, "LIST_ISSUES", { ...api, sort: "id", ...input })).values.map(
      ({ id }) => id,
    );
  expect(await ids({ state: "on hold" })).toEqual([11]);
  expect(await ids({ kind: "proposal" })).toEqual([4, 11]);
  expect(await ids({ priority: "blocker" })).toEqual([3, 9]);
  expect(await ids({ assignee: identityNamed("sam-acme").accountId })).toEqual([13]);
  expect(await ids({ assignee: "null", state: "new" })).toEqual([14]);
  expect(await ids({ q: '(state = "open" OR state = "new") AND priority = "critical"' })).toEqual([
    7, 13,
  ]);
  expect(await ids({ q: 'assignee.nickname = "elias-acme"' })).toEqual([9]);
  expect(await ids({ q: "id >= 13" })).toEqual([13, 14]);
});

test("creates an issue with everything it can have", async () => {
  const world = bitbucket.open("create");
  const created = await world.data("CREATE_ISSUE", {
    ...api,
    title: "Orders disappear",
    content: "After **midnight**.",
    kind: "bug",
    priority: "critical",
    assignee: "sam-acme",
    component_id: "1",
    milestone_id: "2",
    version_id: "3",
    due_on: "2026-12-24",
  });
  expect(created).toMatchObject({
    id: 15,
    title: "Orders disappear",
    state: "new",
    type: "issue",
    content: { raw: "After **midnight**." },
  });
  expect(await world.data("LIST_ISSUES", { ...api, q: "id = 15" })).toMatchObject({
    values: [
      {
        reporter: { nickname: "jane-acme" },
        assignee: { nickname: "sam-acme" },
        component: { name: "Orders" },
        milestone: { name: "1.3" },
        version: { name: "1.2" },
        due_on: "2026-12-24",
      },
    ],
  });
});

test("a number is never given twice", async () => {
  const world = bitbucket.open("numbers");
  const input = { ...api, title: "One", content: "" };
  expect(await world.data("CREATE_ISSUE", input)).toMatchObject({ id: 15 });
  expect(await world.data("DELETE_ISSUE", { ...api, issue_id: "15" })).toEqual({
    success: true,
    message: "Issue deleted successfully",
  });
  expect(await world.refusal("DELETE_ISSUE", { ...api, issue_id: "15" })).toMatchObject({
    status: 404,
  });
  expect(await world.data("CREATE_ISSUE", input)).toMatchObject({ id: 16 });
});

test("updates only what is given", async () => {
  const world = bitbucket.open("update");
  const { accountId } = identityNamed("sam-acme");
  const input = { ...api, issue_id: "14", state: "open", assignee_account_id: accountId };
  expect(await world.data("UPDATE_ISSUE", input)).toMatchObject({
    id: 14,
    title: "Rate limit per API key",
    state: "open",
    kind: "enhancement",
    priority: "major",
    type: "issue",
  });
  expect(await world.data("LIST_ISSUES", { ...api, q: "id = 14" })).toMatchObject({
    values: [{ assignee: { nickname: "sam-acme" }, component: { name: "Operations" } }],
  });
  const none = await world.refusal("UPDATE_ISSUE", { ...api, issue_id: "14" });
  expect(none).toMatchObject({ status: 400, message: expect.stringContaining("at least one") });
});

test("comments", async () => {
  const world = bitbucket.open("comment");
  const created = await world.data("CREATE_ISSUE_COMMENT", {
    ...api,
    issue_id: "14",
    content: "<b>On it</b>",
  });
  expect(created).toMatchObject({
    type: "issue_comment",
    content: { raw: "<b>On it</b>", html: "<p>&lt;b&gt;On it&lt;/b&gt;</p>" },
  });
  expect(await world.data("LIST_ISSUES", { ...api, q: "id = 14" })).toMatchObject({
    values: [{ comment_count: 1, updated_on: created.updated_on }],
  });
});

test("refuses people and labels that are not there", async () => {
  const world = bitbucket.open("refuse");
  const create = (input: Record<string, unknown>) =>
    world.refusal("CREATE_ISSUE", { ...api, title: "x", content: "", ...input });
  expect(await create({ assignee: "nobody" })).toMatchObject({
    fields: { assignee: [expect.any(String)] },
  });
  expect(await create({ component_id: "99" })).toMatchObject({
    fields: { component: [expect.any(String)] },
  });
  expect(await create({ kind: "defect" })).toMatchObject({
    status: 400,
    fields: { kind: [expect.any(String)] },
  });
  expect(await create({ title: undefined })).toMatchObject({
    status: 400,
    fields: { title: [expect.any(String)] },
  });
  for (const id of ["999", "__proto__", "0x1", "1e0"]) {
    const refusal = await world.refusal("CREATE_ISSUE_COMMENT", {
      ...api,
      issue_id: id,
      content: "x",
    });
    expect(refusal).toMatchObject({ status: 404 });
  }
  expect(await world.changes()).toEqual([]);
});

test("a reader may comment, and may change only what he reported", async () => {
  const sam = bitbucket.open("reader", "sam-acme");
  const infrastructure = { workspace: "acme", repo_slug: "infrastructure" };
  await sam.data("CREATE_ISSUE_COMMENT", {
    ...infrastructure,
    issue_id: "1",
    content: "Can I help?",
  });
  const foreign = { ...infrastructure, issue_id: "1" };
  expect(await sam.refusal("DELETE_ISSUE", foreign)).toMatchObject({ status: 403 });
  const own = await sam.data("CREATE_ISSUE", { ...infrastructure, title: "Mine", content: "" });
  await sam.data("DELETE_ISSUE", { ...infrastructure, issue_id: `${own.id}` });
});

const calls: [string, Record<string, unknown>][] = [
  ["LIST_ISSUES", {}],
  ["CREATE_ISSUE", { title: "x", content: "" }],
  ["UPDATE_ISSUE", { issue_id: "1", title: "x" }],
  ["DELETE_ISSUE", { issue_id: "1" }],
  ["CREATE_ISSUE_COMMENT", { issue_id: "1", content: "x" }],
];

test.each(calls)("%s where the tracker is off is a 404", async (slug, input) => {
  const mobile = { workspace: "acme", repo_slug: "mobile" };
  const refusal = await bitbucket.open("off").refusal(slug, { ...mobile, ...input });
  expect(refusal).toMatchObject({ status: 404, message: "Repository has no issue tracker." });
});

test.each(calls)("%s after the sunset is a 410", async (slug, input) => {
  const portal = { workspace: "acme", repo_slug: "legacy-portal" };
  const refusal = await bitbucket.open("sunset").refusal(slug, { ...portal, ...input });
  expect(refusal).toMatchObject({
    status: 410,
    message: "Functionality has been deprecated",
    detail: expect.stringContaining("20 August 2026"),
    data: { announcement_url: expect.stringMatching(/^https:/) },
    line: expect.stringContaining("410 Client Error: Gone for url"),
  });
});
