import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { openPolicy, type Policy } from "@/lib/shared/policy";
import { approvalOf, Conversation, callThenText } from "@/tests/support/conversation";
import { dispatch } from "@/tests/support/fake-wire";
import { configure, createUser } from "@/tests/support/installation";
import { listedTool } from "@/tests/support/mcp-endpoint";
import { actionsOf, readRun, someAction } from "@/tests/support/run-reader";
import { changePolicy } from "../admin/change-policy.ts";
import { checkModel, modelFor, offeredModels } from "../agent/models.ts";
import { storeAttachment } from "../attachments/store-attachment.ts";
import { switchesOf } from "../chats/toolkit-switches.ts";
import { database } from "../database/connection.ts";
import { adminEntry } from "../database/schema.ts";
import { limitMessages } from "../limits/messages.ts";
import { tokenAllowance } from "../limits/tokens.ts";
import { decideApproval } from "../policy/decide-approval.ts";
import { closeRouterClient } from "../router/pool.ts";

const conversation = new Conversation();
const branches = "BITBUCKET_LIST_BRANCHES";
const createBranch = "BITBUCKET_CREATE_BRANCH";
const place = { workspace: "acme", repo_slug: "api" };
const change = { ...place, name: "fix", target_hash: "a".repeat(40) };
const denied = { status: "blocked", error: { code: "tool_denied" } };

let adminId: string;
const layDown = (policy: Partial<Policy>) => changePolicy(adminId, { ...openPolicy, ...policy });
const limits = (some: Partial<Policy["limits"]>) =>
  layDown({ limits: { ...openPolicy.limits, ...some } });

beforeAll(() => configure({ TOOLKITS: "bitbucket,jira", OPENAI_MODELS: "large,small" }));
beforeEach(async () => {
  vi.spyOn(console, "info").mockImplementation(() => {});
  vi.spyOn(console, "warn").mockImplementation(() => {});
  adminId = await createUser();
  await layDown({});
});

describe("a tool that administrators deny", () => {
  test("is not run through the dispatcher, by its name or by a pattern; others are", async () => {
    await layDown({ deniedTools: ["BITBUCKET_CREATE_*"] });
    conversation.wire.begin(callThenText(dispatch([createBranch, change], [branches, place])));
    expect(actionsOf(await readRun(await conversation.send()))).toMatchObject([
      { tool: createBranch, state: denied },
      { tool: branches, state: { status: "succeeded" } },
    ]);
    expect(conversation.sentTools()).toEqual([branches]);
  });

  test("is not run where it was denied after its person had said yes", async () => {
    conversation.wire.begin(callThenText(dispatch([createBranch, change])));
    const runId = await conversation.send();
    const waiting = await readRun(runId, someAction("approval"));
    await layDown({ deniedTools: [createBranch] });
    await decideApproval(conversation.userId, approvalOf(waiting), { decision: "approve" });
    expect(actionsOf(await readRun(runId))).toMatchObject([{ tool: createBranch, state: denied }]);
    expect(conversation.sentTools()).toEqual([]);
  });

  test("is not among those that the model is told of, nor are those of a toolkit that is withheld", async () => {
    await layDown({ deniedTools: [createBranch], toolkits: ["bitbucket"] });
    conversation.wire.begin({
      model: () => ({ text: "Done." }),
      tools: [branches, createBranch, "JIRA_GET_ISSUE"].map((name) => listedTool(name)),
    });
    closeRouterClient(conversation.userId);
    await readRun(await conversation.send());
    const { tools } = JSON.parse(conversation.wire.asked[0] ?? "{}");
    expect(tools.map(({ name }: { name: string }) => name)).toEqual([branches]);
  });
});

test("a toolkit that is withheld is used by nobody, and no chat can switch it on", async () => {
  await layDown({ toolkits: ["jira"] });
  conversation.wire.begin(callThenText(dispatch([branches, place])));
  expect(actionsOf(await readRun(await conversation.send()))).toMatchObject([{ state: denied }]);
  expect(conversation.sentTools()).toEqual([]);
  expect(await switchesOf([])).toEqual({ jira: true });
});

test("models are those that are allowed; a chat with another goes over to one of them", async () => {
  await layDown({ models: ["small"] });
  expect(await offeredModels()).toEqual(["small"]);
  expect(await modelFor("large")).toBe("small");
  await expect(checkModel("large")).rejects.toMatchObject({ code: "invalid_request" });
  conversation.wire.begin({ model: () => ({ text: "Done." }) });
  await readRun(await conversation.send());
  expect(JSON.parse(conversation.wire.asked[0] ?? "{}").model).toBe("small");
  await layDown({});
  expect(await offeredModels()).toEqual(["large", "small"]);
});

test("limits are the administrators', and the settings' again without them", async () => {
  const userId = await createUser();
  await limits({ messagesPerMinute: 1, tokensPerDay: 10, attachmentSpaceMb: 1 });
  await limitMessages(userId);
  await expect(limitMessages(userId)).rejects.toMatchObject({ code: "too_many_requests" });
  await tokenAllowance(userId).spend(11);
  await expect(tokenAllowance(userId).check()).rejects.toMatchObject({ code: "token_limit" });
  const bring = () =>
    storeAttachment(userId, {
      id: randomUUID(),
      name: "notes.txt",
      content: Buffer.alloc(190_000, "a"),
    });
  for (let file = 1; file <= 5; file += 1) await bring();
  await expect(bring()).rejects.toMatchObject({ code: "attachments_full" });
  await layDown({});
  await limitMessages(userId);
  await tokenAllowance(userId).check();
  await bring();
});

test("a live limit holds within the transaction that begins an answer", async () => {
  await limits({ liveRuns: 1 });
  conversation.wire.begin(callThenText(dispatch([branches, place])));
  await readRun(await conversation.send());
  expect(conversation.sentTools()).toEqual([branches]);
});

test.each<[string, Partial<Policy>]>([
  ["a toolkit that is not here", { toolkits: ["github"] }],
  ["a model that is not here", { models: ["huge"] }],
  ["no model at all", { models: [] }],
])("%s cannot be laid down", async (_what, policy) => {
  const before = await (await database()).$count(adminEntry);
  await expect(layDown(policy)).rejects.toMatchObject({ code: "invalid_request" });
  expect(await (await database()).$count(adminEntry)).toBe(before);
});
