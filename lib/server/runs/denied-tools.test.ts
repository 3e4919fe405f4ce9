import { beforeEach, describe, expect, test } from "vitest";
import { approvalOf, Conversation, callThenText } from "@/tests/support/conversation";
import { dispatch } from "@/tests/support/fake-wire";
import { configure } from "@/tests/support/installation";
import { listedTool } from "@/tests/support/mcp-endpoint";
import { actionsOf, readRun, someAction } from "@/tests/support/run-reader";
import { decideApproval } from "../policy/decide-approval.ts";
import { closeRouterClient } from "../router/pool.ts";

const conversation = new Conversation();
const branches = "BITBUCKET_LIST_BRANCHES";
const deleteIssue = "BITBUCKET_DELETE_ISSUE";
const createBranch = "BITBUCKET_CREATE_BRANCH";
const place = { workspace: "acme", repo_slug: "api" };
const denied = { status: "blocked", error: { code: "tool_denied" } };

beforeEach(() => configure({ TOOLS_ALLOWED: "", TOOLS_DENIED: "", COMPOSIO_AUTH_CONFIGS: "" }));

describe("a tool that the installation denies", () => {
  test("is not used through the dispatcher, and nobody is asked about it; others are", async () => {
    configure({ TOOLS_DENIED: "BITBUCKET_DELETE_*" });
    conversation.wire.begin(
      callThenText(dispatch([deleteIssue, { ...place, issue_id: 1 }], [branches, place])),
    );
    const message = await readRun(await conversation.send());
    expect(actionsOf(message)).toMatchObject([
      { tool: deleteIssue, state: denied },
      { tool: branches, state: { status: "succeeded" } },
    ]);
    expect(conversation.sentTools()).toEqual([branches]);
    expect(conversation.wire.asked[1]).toContain("may not be used here");
  });

  test("is not used where it was denied after somebody said yes", async () => {
    const change = { ...place, name: "fix", target_hash: "a".repeat(40) };
    conversation.wire.begin(callThenText(dispatch([createBranch, change])));
    const runId = await conversation.send();
    const waiting = await readRun(runId, someAction("approval"));
    configure({ TOOLS_ALLOWED: "BITBUCKET_LIST_*" });
    await decideApproval(conversation.userId, approvalOf(waiting), { decision: "approve" });
    expect(actionsOf(await readRun(runId))).toMatchObject([{ tool: createBranch, state: denied }]);
    expect(conversation.sentTools()).toEqual([]);
  });

  test("is not among those that the model is told of", async () => {
    configure({ TOOLS_DENIED: deleteIssue });
    conversation.wire.begin({
      model: () => ({ text: "Done." }),
      tools: [listedTool(branches), listedTool(deleteIssue)],
    });
    closeRouterClient(conversation.userId);
    await readRun(await conversation.send());
    const { tools } = JSON.parse(conversation.wire.asked[0] ?? "{}");
    expect(tools.map(({ name }: { name: string }) => name)).toEqual([branches]);
  });
});

test("a session is made with the installation's auth configs and lists", async () => {
  configure({ TOOLS_DENIED: deleteIssue, COMPOSIO_AUTH_CONFIGS: "bitbucket=ac_own" });
  closeRouterClient(conversation.userId);
  conversation.wire.begin({ model: () => ({ text: "Done." }) });
  await readRun(await conversation.send());
  expect(conversation.wire.sessions.at(-1)).toMatchObject({
    auth_configs: { bitbucket: "ac_own" },
    tools: { bitbucket: { disable: [deleteIssue] } },
  });
});
