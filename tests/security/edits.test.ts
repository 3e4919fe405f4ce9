import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { database } from "@/lib/server/database/connection";
import { action, toolPin } from "@/lib/server/database/schema";
import { identifier } from "@/lib/server/http/identifier";
import { listActions } from "@/lib/server/policy/audit";
import { decideApproval } from "@/lib/server/policy/decide-approval";
import { readEditForm } from "@/lib/server/policy/edits";
import { listPermissions } from "@/lib/server/policy/permissions";
import { type ApprovalAnswer, decideApprovalSchema } from "@/lib/shared/api";
import type { ChatMessage } from "@/lib/shared/message";
import { approvalOf, Conversation, callThenText } from "../support/conversation";
import { dispatch } from "../support/fake-wire";
import { configure, createUser } from "../support/installation";
import { listedTool } from "../support/mcp-endpoint";
import { actionsOf, readRun, someAction } from "../support/run-reader";
import { reportRow } from "./report";

const conversation = new Conversation();
beforeAll(() => {
  configure({ MCP_REQUEST_TIMEOUT_MS: "20000", MESSAGES_PER_MINUTE: "1000000", LIVE_RUNS: "1000" });
});

const change = "BITBUCKET_CREATE_BRANCH";
const remove = "BITBUCKET_DELETE_ISSUE";
const unknown = "JIRA_CREATE_ISSUE";
const unlisted = "BITBUCKET_CREATE_ISSUE";
const branch = { workspace: "acme", repo_slug: "api", name: "fix", target_hash: "a".repeat(40) };
const ticket = { project_key: "OPS", summary: "Broken", projectId: "1" };
const text = { type: "string", minLength: 1 };
const properties = {
  workspace: text,
  repo_slug: text,
  name: { ...text, maxLength: 20 },
  target_hash: text,
  draft: { type: "boolean" },
  issue_id: text,
  project_key: text,
  projectId: text,
  summary: text,
};
const tools = [
  listedTool("COMPOSIO_MULTI_EXECUTE_TOOL"),
  ...[change, remove, unknown].map((name) =>
    listedTool(name, { inputSchema: { type: "object", properties, required: [] } }),
  ),
];
beforeEach(() => configure({}));

let cases = 0;
let gotThrough = 0;
function expectSent(allowed: number): void {
  cases += 1;
  gotThrough += Math.max(0, conversation.wire.sent.length - allowed);
  expect(conversation.wire.sent).toHaveLength(allowed);
}

type Item = [tool: string, input: Record<string, unknown>];
type Waiting = { runId: string; approvalId: string; ids: string[] };

/** A run that waits for a yes to these changes. */
async function wait(...items: Item[]): Promise<Waiting> {
  conversation.wire.begin({ ...callThenText(dispatch(...items)), tools });
  const runId = await conversation.send();
  const all = (message: ChatMessage) =>
    actionsOf(message).length === items.length && someAction("approval")(message);
  const message = await readRun(runId, all);
  return { runId, approvalId: approvalOf(message), ids: actionsOf(message).map(({ id }) => id) };
}

/** A yes as the route takes it: a body that anybody may have written. */
async function approve(
  { approvalId }: Waiting,
  body: object,
  userId = conversation.userId,
): Promise<ApprovalAnswer> {
  const answer = decideApprovalSchema.parse({ decision: "approve", ...body });
  return decideApproval(userId, identifier(approvalId, "approval"), answer);
}

const edit = (actionId: string | undefined, input: unknown, more: object = {}) => ({
  edits: [{ actionId, arguments: input, ...more }],
});

test("what a person changed is what runs, once, and everybody is told", async () => {
  const waiting = await wait([change, branch]);
  const [id] = waiting.ids;
  const edited = { ...branch, name: "fix-2", draft: true };
  expect(await approve(waiting, edit(id, edited))).toEqual({ decided: true });
  const message = await readRun(waiting.runId);
  expect(conversation.wire.sent).toEqual([{ tool: change, arguments: edited }]);
  expect(actionsOf(message)[0]).toMatchObject({
    arguments: edited,
    original: branch,
    state: { status: "succeeded" },
  });
  const { records } = await listActions(conversation.userId, {
    kind: "all",
    chatId: conversation.chatId,
  });
  expect(records[0]).toMatchObject({
    decision: { answer: "approved" },
    action: { arguments: edited, original: branch },
    argumentsHash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  const output = message.parts.find((part) => part.type === "dynamic-tool");
  expect(JSON.stringify(output)).toContain("edited_by_person");
  expect(conversation.wire.asked[1]).toContain("The person changed these arguments");
  expectSent(1);
});

test("an edit that changes nothing is none", async () => {
  const waiting = await wait([change, branch]);
  const reordered = Object.fromEntries(Object.entries(branch).reverse());
  await approve(waiting, edit(waiting.ids[0], reordered));
  const message = await readRun(waiting.runId);
  expect(actionsOf(message)[0]).not.toHaveProperty("original");
  expectSent(1);
});

test("the form has what may be changed, for its person alone", async () => {
  const { ids } = await wait([change, branch], [remove, { ...branch, issue_id: "1" }]);
  const [id = "", deletion = ""] = ids;
  expect(await readEditForm(conversation.userId, id)).toMatchObject({
    arguments: branch,
    schema: { properties: { name: { maxLength: 20 } } },
    fixed: expect.arrayContaining(["workspace", "repo_slug", "issue_id"]),
  });
  const stranger = await createUser();
  await expect(readEditForm(stranger, id)).rejects.toMatchObject({ code: "not_found" });
  await expect(readEditForm(stranger, randomUUID())).rejects.toMatchObject({ code: "not_found" });
  const refused = { code: "invalid_arguments", status: 422 };
  await expect(readEditForm(conversation.userId, deletion)).rejects.toMatchObject(refused);
});

describe("what cannot be changed", () => {
  type Attack = (waiting: Waiting) => Promise<unknown>;
  const body =
    (input: unknown, more: object = {}): Attack =>
    (waiting) =>
      approve(waiting, edit(waiting.ids[0], input, more));

  const attacks: [string, Attack][] = [
    ["another repository", body({ ...branch, repo_slug: "web" })],
    ["another workspace", body({ ...branch, workspace: "globex" })],
    ["no repository", body({ ...branch, repo_slug: undefined })],
    ["a repository that looks the same", body({ ...branch, repo_slug: "\u0430pi" })],
    ["an empty name", body({ ...branch, name: "" })],
    ["a name that is too long", body({ ...branch, name: "x".repeat(21) })],
    ["a number for a name", body({ ...branch, name: 1 })],
    ["an argument that the tool does not know", body({ ...branch, force: true })],
    ["an argument named by JSON itself", body(JSON.parse(`{"__proto__": {"name": "x"}}`))],
    ["a constructor", body({ ...branch, constructor: "x" })],
    ["arguments that are a list", body([branch])],
    ["arguments that are a text", body("fix")],
    ["no arguments", body(undefined)],
    ["nothing", body(null)],
    ["another tool", body({ ...branch, name: "x" }, { tool: remove })],
    ["another account", body({ ...branch, name: "x" }, { account: "mallory" })],
    ["another state", body({ ...branch, name: "x" }, { state: { status: "queued" } })],
    ["too many warnings", body(branch, { warnings: Array.from({ length: 51 }, () => "x") })],
    ["an action that never was", (waiting) => approve(waiting, edit(randomUUID(), branch))],
    ["an action that is no identifier", (waiting) => approve(waiting, edit("*", branch))],
    [
      "an action that is left out",
      (waiting) => approve(waiting, { items: [waiting.ids[1]], ...edit(waiting.ids[0], branch) }),
    ],
    [
      "a deletion",
      (waiting) => approve(waiting, edit(waiting.ids[1], { ...branch, issue_id: "2" })),
    ],
    [
      "a deletion's free words",
      (waiting) =>
        approve(waiting, edit(waiting.ids[1], { ...branch, issue_id: "1", summary: "all" })),
    ],
    [
      "a tool whose schema nobody has",
      (waiting) => approve(waiting, edit(waiting.ids[2], { ...branch, title: "Other" })),
    ],
    [
      "whose project it is, of a tool nobody knows",
      (waiting) => approve(waiting, edit(waiting.ids[3], { ...ticket, project_key: "SEC" })),
    ],
    [
      "the same by another way to write it",
      (waiting) => approve(waiting, edit(waiting.ids[3], { ...ticket, projectId: "2" })),
    ],
    [
      "somebody else's",
      async (waiting) =>
        approve(waiting, edit(waiting.ids[0], { ...branch, name: "x" }), await createUser()),
    ],
  ];

  test(`${attacks.length} edits run nothing and change nothing`, async () => {
    const waiting = await wait(
      [change, branch],
      [remove, { ...branch, issue_id: "1" }],
      [unlisted, { ...branch, title: "One" }],
      [unknown, ticket],
    );
    for (const [name, attack] of attacks) {
      const attempt = attack(waiting).then(() => {
        throw new Error(`${name} went through`);
      });
      await expect(attempt, name).rejects.not.toThrow(/went through/);
      expectSent(0);
    }
    const rows = await (await database())
      .select()
      .from(action)
      .where(eq(action.approvalId, waiting.approvalId))
      .orderBy(action.index);
    expect(rows.map((row) => [row.status, row.arguments, row.originalArguments])).toEqual([
      ["approval", branch, null],
      ["approval", { ...branch, issue_id: "1" }, null],
      ["approval", { ...branch, title: "One" }, null],
      ["approval", ticket, null],
    ]);
    await approve(waiting, {
      items: [waiting.ids[0], waiting.ids[3]],
      edits: [
        { actionId: waiting.ids[0], arguments: { ...branch, name: "good" } },
        { actionId: waiting.ids[3], arguments: { ...ticket, summary: "Mended" } },
      ],
    });
    await readRun(waiting.runId);
    expect(conversation.wire.sent).toEqual([
      { tool: change, arguments: { ...branch, name: "good" } },
      { tool: unknown, arguments: { ...ticket, summary: "Mended" } },
    ]);
  });

  test("says what is wrong in words", async () => {
    const waiting = await wait([change, branch]);
    const message = async (input: object) =>
      approve(waiting, edit(waiting.ids[0], input)).then(
        () => "",
        (error: Error) => error.message,
      );
    expect(await message({ ...branch, repo_slug: "web" })).toBe(
      "“repo_slug” says what is changed, and nobody can check here whether the other one is yours.",
    );
    expect(await message({ ...branch, force: true })).toBe(
      "“force” is nothing that this tool takes.",
    );
    expect(await message({ ...branch, name: "" })).toBe(
      "“name” must not have fewer than 1 characters.",
    );
    expectSent(0);
  });

  test("once a tool has changed, nothing of it", async () => {
    const waiting = await wait([change, branch]);
    await (await database())
      .update(toolPin)
      .set({ listedHash: "x" })
      .where(eq(toolPin.name, change));
    const attempt = approve(waiting, edit(waiting.ids[0], { ...branch, name: "x" }));
    await expect(attempt).rejects.toMatchObject({ code: "invalid_arguments" });
    expectSent(0);
    await (await database()).delete(toolPin);
  });
});

describe("what there is to say of an edit is seen before it runs", () => {
  test.each([
    ["hidden characters", { ...branch, name: "fi\u200Bx" }, /not seen/],
    ["letters that pose as others", { ...branch, name: "\u0430\u0435" }, /only look like Latin/],
  ])("%s", async (_name, edited, words) => {
    const waiting = await wait([change, branch]);
    const [id] = waiting.ids;
    const answer = await approve(waiting, edit(id, edited));
    expect(answer).toMatchObject({ decided: false, edits: [{ actionId: id }] });
    const [warned] = answer.decided ? [] : answer.edits;
    expect(warned?.warnings.join()).toMatch(words);
    expectSent(0);
    expect(await approve(waiting, edit(id, edited, { warnings: ["Something else."] }))).toEqual(
      answer,
    );
    expectSent(0);
    const seen = edit(id, edited, { warnings: warned?.warnings });
    const forGood = approve(waiting, { ...seen, allow: "always" });
    await expect(forGood).rejects.toMatchObject({ code: "invalid_request" });
    expect(await listPermissions(conversation.userId)).toEqual([]);
    expectSent(0);
    expect(await approve(waiting, seen)).toEqual({ decided: true });
    await readRun(waiting.runId);
    expectSent(1);
  });

  test("that two of a batch have become the same", async () => {
    const waiting = await wait([change, branch], [change, { ...branch, name: "other" }]);
    const answer = await approve(waiting, edit(waiting.ids[1], branch));
    expect(answer).toMatchObject({ decided: false, edits: [{ actionId: waiting.ids[1] }] });
    expectSent(0);
    const alone = { items: [waiting.ids[1]], ...edit(waiting.ids[1], branch) };
    expect(await approve(waiting, alone)).toEqual({ decided: true });
    await readRun(waiting.runId);
    expectSent(1);
  });
});

test("what the model had asked for is known as done when it asks for it again", async () => {
  conversation.wire.begin({
    tools,
    model: (index) => (index < 2 ? { calls: [dispatch([change, branch])] } : { text: "Done." }),
  });
  const runId = await conversation.send();
  const first = await readRun(runId, someAction("approval"));
  const [asked] = actionsOf(first);
  await decideApproval(conversation.userId, approvalOf(first), {
    decision: "approve",
    edits: [{ actionId: asked?.id ?? "", arguments: { ...branch, name: "fix-2" } }],
  });
  const again = await readRun(
    runId,
    (message) => actionsOf(message)[1]?.state.status === "approval",
  );
  expect(actionsOf(again)[1]?.state).toMatchObject({
    warnings: ["This is the same change as one before it in this answer."],
  });
  expectSent(1);
});

afterAll(() => {
  reportRow({ row: 3, title: "What a person changes before they say yes", cases, gotThrough });
});
