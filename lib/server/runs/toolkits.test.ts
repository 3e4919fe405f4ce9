import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { approvalOf, Conversation, callThenText } from "@/tests/support/conversation";
import { dispatch, type WireScript } from "@/tests/support/fake-wire";
import { configure, createUser } from "@/tests/support/installation";
import { listedTool, textResult } from "@/tests/support/mcp-endpoint";
import { actionsOf, readRun, someAction } from "@/tests/support/run-reader";
import { readChat } from "../chats/read-chat.ts";
import { sendMessage } from "../chats/send-message.ts";
import { updateChat } from "../chats/update-chat.ts";
import { decideApproval } from "../policy/decide-approval.ts";

const conversation = new Conversation();
const branches = "BITBUCKET_LIST_BRANCHES";
const createBranch = "BITBUCKET_CREATE_BRANCH";
const issue = "JIRA_GET_ISSUE";
const place = { workspace: "acme", repo_slug: "api" };
const off = { status: "blocked", error: { code: "toolkit_off" } };

beforeEach(() => configure({ TOOLKITS: "bitbucket,jira" }));

/** An answer in a chat of which these toolkits are set so with its first message. */
async function answer(script: Partial<WireScript>, toolkits: Record<string, boolean>) {
  conversation.wire.begin(script);
  const { userId, chatId } = conversation;
  return sendMessage(userId, chatId, { id: randomUUID(), text: "Please", toolkits });
}

describe("a toolkit that is off in a chat", () => {
  test("is not used through the dispatcher, whatever the model calls; others are", async () => {
    const script = callThenText(dispatch([issue, { id: "A-1" }], [branches, place]));
    const message = await readRun(await answer(script, { jira: false }));
    expect(actionsOf(message)).toMatchObject([
      { tool: issue, state: off },
      { tool: branches, state: { status: "succeeded" } },
    ]);
    expect(conversation.wire.arrived).toEqual([branches]);
    expect(conversation.wire.asked[1]).toContain("switched off in this chat");
  });

  describe("whose tools the router lists by themselves", () => {
    const call = { name: issue, arguments: { id: "A-1" } };
    const listed = (name: string) => listedTool(name, { annotations: { readOnlyHint: true } });
    const script: Partial<WireScript> = {
      model: (index) => (index === 0 ? { calls: [call] } : { text: "Done." }),
      tools: [listed(branches), listed(issue)],
      answerCall: (id) => Response.json({ jsonrpc: "2.0", id, result: textResult("{}") }),
    };

    test("is not among them, and a call of one of them is none", async () => {
      const message = await readRun(await answer(script, { jira: false }));
      expect(actionsOf(message)).toEqual([]);
      expect(conversation.wire.arrived).toEqual([]);
      const { tools } = JSON.parse(conversation.wire.asked[0] ?? "{}");
      expect(tools.map(({ name }: { name: string }) => name)).toEqual([branches]);
      expect(message.metadata?.outcome).toEqual({ status: "done" });
    });

    test("is not used where it was switched off after they were listed", async () => {
      const model: WireScript["model"] = async (index, body) => {
        const { userId, chatId } = conversation;
        if (index === 0) await updateChat(userId, chatId, { toolkits: { jira: false } });
        return script.model?.(index, body) ?? { text: "" };
      };
      const message = await readRun(await answer({ ...script, model }, {}));
      expect(actionsOf(message)).toMatchObject([{ tool: issue, state: off }]);
      expect(conversation.wire.arrived).toEqual([]);
    });
  });

  test("is not connected to", async () => {
    const call = { name: "COMPOSIO_MANAGE_CONNECTIONS", arguments: { toolkits: ["jira"] } };
    const script = { model: (index: number) => (index ? { text: "Done." } : { calls: [call] }) };
    const message = await readRun(await answer(script, { jira: false }));
    expect(actionsOf(message)).toMatchObject([{ state: off }]);
    expect(conversation.wire.arrived).toEqual([]);
  });

  test("is not changed any more by what was asked about before it was switched off", async () => {
    const change = { ...place, name: "fix", target_hash: "a".repeat(40) };
    const runId = await answer(callThenText(dispatch([createBranch, change])), {});
    const waiting = await readRun(runId, someAction("approval"));
    const { userId, chatId } = conversation;
    await updateChat(userId, chatId, { toolkits: { bitbucket: false } });
    await decideApproval(userId, approvalOf(waiting), { decision: "approve" });
    expect(actionsOf(await readRun(runId))).toMatchObject([{ state: off }]);
    expect(conversation.wire.arrived).toEqual([]);
  });

  test("is used again when it was switched on", async () => {
    const script = callThenText(dispatch([branches, place]));
    await readRun(await answer(script, { bitbucket: false }));
    const { userId, chatId } = conversation;
    await updateChat(userId, chatId, { toolkits: { bitbucket: true } });
    conversation.wire.begin(script);
    const message = await readRun(await conversation.send());
    expect(actionsOf(message)).toMatchObject([{ state: { status: "succeeded" } }]);
  });

  test("does not stay off where it is the only one, and cannot be switched on", async () => {
    const script = callThenText(dispatch([branches, place]));
    await readRun(await answer(script, { bitbucket: false }));
    configure({ TOOLKITS: "bitbucket" });
    conversation.wire.begin(script);
    const message = await readRun(await conversation.send());
    expect(actionsOf(message)).toMatchObject([{ state: { status: "succeeded" } }]);
  });
});

test("each is switched by itself, and all are on to begin with", async () => {
  await readRun(await answer({}, {}));
  const { userId, chatId } = conversation;
  const switches = async () => (await readChat(userId, chatId)).toolkits;
  expect(await switches()).toEqual({ bitbucket: true, jira: true });
  await Promise.all([
    updateChat(userId, chatId, { toolkits: { jira: false } }),
    updateChat(userId, chatId, { toolkits: { bitbucket: false } }),
  ]);
  expect(await switches()).toEqual({ bitbucket: false, jira: false });
  await updateChat(userId, chatId, { toolkits: { jira: true, bitbucket: false } });
  expect(await switches()).toEqual({ bitbucket: false, jira: true });
  await expect(updateChat(userId, chatId, { toolkits: { slack: false } })).rejects.toMatchObject({
    code: "invalid_request",
  });
  await expect(
    updateChat(await createUser(), chatId, { toolkits: { bitbucket: true } }),
  ).rejects.toMatchObject({ code: "not_found" });
  expect(await switches()).toEqual({ bitbucket: false, jira: true });
});
