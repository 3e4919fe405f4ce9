import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createUser, installForTests } from "@/tests/support/installation";
import { storeRun } from "@/tests/support/stored-run";
import { database } from "../database/connection.ts";
import type { RunRow } from "../runs/claim.ts";
import { actionsOfRun, recordActions, settleAction } from "./actions.ts";
import { inputSchemaOf } from "./input-schemas.ts";
import { lookUpTarget } from "./look-up-target.ts";

installForTests();

let run: RunRow;
let userId: string;
let calls = 0;
beforeAll(async () => {
  userId = await createUser();
});
beforeEach(async () => {
  run = await storeRun(userId);
});

const inRepository = { workspace: "acme", repo_slug: "api" };

/** Something the chat was answered. */
async function answered(tool: string, result: unknown, input: object = inRepository) {
  calls += 1;
  const toolCallId = `call ${calls}`;
  await recordActions(await database(), [
    {
      userId,
      chatId: run.chatId,
      runId: run.id,
      toolCallId,
      index: 0,
      planned: {
        tool,
        toolkit: tool.startsWith("COMPOSIO_") ? "composio" : "bitbucket",
        arguments: { ...input },
      },
      toolClass: "read",
      state: { status: "queued" },
      accountName: undefined,
    },
  ]);
  const row = (await actionsOfRun(run.id)).find((other) => other.toolCallId === toolCallId);
  if (row) await settleAction(row, { status: "succeeded", result }, { result });
}

const issue = (more: object = {}) => ({
  type: "issue",
  id: 7,
  title: "Broken",
  state: "new",
  content: { raw: "It is.", html: "<p>It is.</p>" },
  assignee: { display_name: "Jane Okafor", nickname: "jane" },
  milestone: null,
  ...more,
});
const update = (input: object, tool = "BITBUCKET_UPDATE_ISSUE") => ({
  tool,
  toolkit: "bitbucket",
  arguments: { ...inRepository, issue_id: "7", ...input },
});

describe("what an update takes the place of", () => {
  test("is what was read of it, under the names of the arguments", async () => {
    await answered("BITBUCKET_LIST_ISSUES", { values: [issue({ id: 6 }), issue()] });
    const change = update({
      state: "resolved",
      content: "Mended.",
      assignee_account_id: "{b}",
      milestone: "1.4",
      version: "1",
      reviewers: [],
    });
    expect(await lookUpTarget(run.chatId, change)).toEqual({
      subject: "Broken",
      before: {
        state: "new",
        content: "It is.",
        assignee_account_id: "Jane Okafor",
        milestone: null,
      },
    });
  });

  test("is the newest of each, also when the newest does not tell of all", async () => {
    await answered("BITBUCKET_LIST_ISSUES", { values: [issue()] });
    await answered("BITBUCKET_UPDATE_ISSUE", { type: "issue", id: 7, state: "open" });
    const { before } = await lookUpTarget(run.chatId, update({ state: "closed", content: "x" }));
    expect(before).toEqual({ state: "open", content: "It is." });
  });

  test.each([
    ["another issue", "BITBUCKET_GET_ISSUE", issue({ id: 8 }), inRepository],
    ["something else with its number", "BITBUCKET_X", issue({ type: "comment" }), inRepository],
    ["another repository", "BITBUCKET_X", issue(), { ...inRepository, repo_slug: "web" }],
    ["another workspace", "BITBUCKET_X", issue(), { ...inRepository, workspace: "globex" }],
    ["no repository", "BITBUCKET_X", issue(), {}],
  ])("is nothing that is known of %s", async (_name, tool, result, input) => {
    await answered(tool, result, input);
    expect(await lookUpTarget(run.chatId, update({ state: "open" }))).toEqual({});
  });

  test("is nothing of another chat's", async () => {
    await answered("BITBUCKET_GET_ISSUE", issue());
    const other = await storeRun(userId);
    expect(await lookUpTarget(other.chatId, update({ state: "open" }))).toEqual({});
  });

  test("is not asked for what only comes to a thing: that has a title alone", async () => {
    await answered("BITBUCKET_GET_ISSUE", issue());
    const comment = update({ content: "Hi" }, "BITBUCKET_CREATE_ISSUE_COMMENT");
    expect(await lookUpTarget(run.chatId, comment)).toEqual({ subject: "Broken" });
  });

  test.each([undefined, "x", "", {}, 0, -7, 7.5, 1e30])("%j names nothing", async (id) => {
    expect(await lookUpTarget(run.chatId, update({ issue_id: id, state: "open" }))).toEqual({});
  });
});

describe("what a tool takes", () => {
  const schema = { type: "object", properties: { name: { type: "string" } } };
  const told = (tool: string, input: unknown) => ({
    tool_schemas: { [tool]: { tool_slug: tool, input_schema: input } },
  });

  test("is what the router has told this chat last", async () => {
    await answered("COMPOSIO_SEARCH_TOOLS", told("BITBUCKET_X", { properties: {} }));
    await answered("COMPOSIO_GET_TOOL_SCHEMAS", told("BITBUCKET_X", schema));
    expect(await inputSchemaOf(run.chatId, "BITBUCKET_X")).toEqual(schema);
    expect(await inputSchemaOf(run.chatId, "BITBUCKET_Y")).toBeNull();
    expect(await inputSchemaOf((await storeRun(userId)).chatId, "BITBUCKET_X")).toBeNull();
  });

  test("is nothing that another tool says, nor what nobody can read", async () => {
    await answered("BITBUCKET_GET_FILE_FROM_REPOSITORY", told("BITBUCKET_X", schema));
    await answered("COMPOSIO_SEARCH_TOOLS", told("BITBUCKET_Y", "text"));
    await answered("COMPOSIO_SEARCH_TOOLS", told("BITBUCKET_Z", { properties: [] }));
    for (const tool of ["BITBUCKET_X", "BITBUCKET_Y", "BITBUCKET_Z"])
      expect(await inputSchemaOf(run.chatId, tool)).toBeNull();
  });
});
