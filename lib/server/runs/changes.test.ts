import { eq } from "drizzle-orm";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { ChatMessage } from "@/lib/shared/message";

import { approvalOf, Conversation, callThenText } from "@/tests/support/conversation";
import { dispatch, type FakeWire } from "@/tests/support/fake-wire";
import { configure, createUser } from "@/tests/support/installation";
import { actionsOf, readRun, someAction, textOf } from "@/tests/support/run-reader";
import { stopChat } from "../chats/live-run.ts";
import { database } from "../database/connection.ts";
import { run } from "../database/schema.ts";
import { actionsOfRun } from "../policy/actions.ts";
import { listActions } from "../policy/audit.ts";
import { decideApproval } from "../policy/decide-approval.ts";

const conversation = new Conversation();
const branch = { workspace: "acme", repo_slug: "api", name: "fix", target_hash: "a".repeat(40) };
const change = "BITBUCKET_CREATE_BRANCH";
const read = "BITBUCKET_LIST_BRANCHES";
const readAndChange = dispatch([read, { workspace: "acme", repo_slug: "api" }], [change, branch]);

describe("a read and a change in one call", () => {
  const script = {
    ...callThenText(readAndChange),
    execute: ({ tool }: { tool: string }) =>
      tool === read
        ? { data: { values: [{ name: "main" }] } }
        : { data: { name: "fix", links: { html: { href: "https://bitbucket.org/acme/api" } } } },
  };

  test("the read runs at once, the change waits for a yes and is sent once after it", async () => {
    conversation.wire.begin(script);
    const runId = await conversation.send();
    const waiting = await readRun(runId, someAction("approval"));
    expect(actionsOf(waiting)).toMatchObject([
      { tool: read, toolClass: "read" },
      { tool: change, toolClass: "change", arguments: branch },
    ]);
    await vi.waitFor(async () => {
      const [row] = await (await database()).select().from(run).where(eq(run.id, runId));
      expect(row).toMatchObject({ status: "waiting", owner: null });
    });
    expect(conversation.sentTools()).toEqual([read]);

    await decideApproval(conversation.userId, approvalOf(waiting), { decision: "approve" });
    const message = await readRun(runId);
    expect(message.metadata?.outcome).toEqual({ status: "done" });
    expect(conversation.wire.sent.filter(({ tool }) => tool === change)).toEqual([
      { tool: change, arguments: branch },
    ]);
    expect(conversation.sentTools()).toEqual([read, change]);

    expect(await conversation.stored()).toEqual(message);
    expect(actionsOf(message).map(({ state }) => state.status)).toEqual(["succeeded", "succeeded"]);
    expect(textOf(message)).toBe("Looking…All done.");
    expect(message.parts.filter(({ type }) => type === "dynamic-tool")).toMatchObject([
      { state: "output-available", output: { successful: true, data: { success_count: 2 } } },
    ]);
    expect(conversation.wire.asked).toHaveLength(2);
    expect(conversation.wire.asked[1]).toContain("success_count");
  });

  test("leaves an audit trail", async () => {
    conversation.wire.begin(script);
    const runId = await conversation.send();
    await decideApproval(
      conversation.userId,
      approvalOf(await readRun(runId, someAction("approval"))),
      {
        decision: "approve",
      },
    );
    await readRun(runId);
    const { records } = await listActions(conversation.userId);
    expect(records.find(({ action }) => action.tool === change)).toMatchObject({
      chat: { id: conversation.chatId },
      runId,
      action: {
        toolClass: "change",
        arguments: branch,
        state: { status: "succeeded" },
        finishedAt: expect.any(String),
      },
      decision: {
        answer: "approved",
        by: { id: conversation.userId, name: "Jane" },
        at: expect.any(String),
      },
      externalLink: "https://bitbucket.org/acme/api",
    });
    expect(records.find(({ action }) => action.tool === read)).toMatchObject({
      action: { state: { status: "succeeded" } },
      decision: null,
    });
    expect((await listActions(await createUser())).records).toEqual([]);
  });

  test("a no is told to the model with its reason, and nothing is sent", async () => {
    conversation.wire.begin(script);
    const runId = await conversation.send();
    const waiting = await readRun(runId, someAction("approval"));
    await decideApproval(conversation.userId, approvalOf(waiting), {
      decision: "deny",
      reason: "Wrong name",
    });
    const message = await readRun(runId);
    expect(message.metadata?.outcome).toEqual({ status: "done" });
    expect(actionsOf(message).at(1)?.state).toEqual({ status: "denied", reason: "Wrong name" });
    expect(conversation.sentTools()).toEqual([read]);
    expect(conversation.wire.asked[1]).toContain("Wrong name");
  });

  test("stop while it waits ends the run; a yes afterwards comes too late", async () => {
    conversation.wire.begin(script);
    const runId = await conversation.send();
    const waiting = await readRun(runId, someAction("approval"));
    await expect.poll(() => conversation.sentTools()).toEqual([read]);
    await stopChat(conversation.userId, conversation.chatId);
    const message = await readRun(runId);
    expect(message.metadata?.outcome).toEqual({ status: "stopped" });
    expect(actionsOf(message).at(1)?.state).toEqual({ status: "cancelled" });
    await expect(
      decideApproval(conversation.userId, approvalOf(waiting), { decision: "approve" }),
    ).rejects.toMatchObject({ code: "already_decided" });
    expect(conversation.sentTools()).toEqual([read]);
    expect(conversation.wire.asked).toHaveLength(1);
  });

  test("in a read-only chat the change is refused and nobody is asked", async () => {
    conversation.wire.begin(script);
    const message = await readRun(await conversation.send("Please", "read-only"));
    expect(message.metadata?.outcome).toEqual({ status: "done" });
    expect(actionsOf(message).at(1)?.state).toMatchObject({
      status: "blocked",
      error: { code: "read_only" },
    });
    expect(conversation.sentTools()).toEqual([read]);
  });
});

describe("a change whose answer never comes", () => {
  const lose = (execute: NonNullable<FakeWire["script"]["execute"]>) => ({
    ...callThenText(dispatch([change, branch])),
    execute,
  });

  async function approve(): Promise<ChatMessage> {
    const runId = await conversation.send();
    const waiting = await readRun(runId, someAction("approval"));
    await decideApproval(conversation.userId, approvalOf(waiting), { decision: "approve" });
    return readRun(runId);
  }

  test("because the connection broke is unknown and never sent again", async () => {
    conversation.wire.begin(
      lose((_call, connection) => {
        connection.cut();
        return new Promise(() => {});
      }),
    );
    const message = await approve();
    expect(actionsOf(message)[0]?.state).toEqual({ status: "unknown" });
    expect(message.metadata?.outcome).toEqual({ status: "done" });
    expect(conversation.sentTools()).toEqual([change]);
    expect(conversation.wire.asked[1]).toContain("it may have happened");
    expect((await listActions(conversation.userId)).records).toMatchObject([
      { action: { state: { status: "unknown" } } },
    ]);
  });

  test("because the router is silent is unknown after the limit", async () => {
    configure({ MCP_REQUEST_TIMEOUT_MS: "2000" });
    onTestFinished(() => configure({ MCP_REQUEST_TIMEOUT_MS: "20000" }));
    conversation.wire.begin(lose(() => new Promise(() => {})));
    expect(actionsOf(await approve())[0]?.state).toEqual({ status: "unknown" });
    expect(conversation.sentTools()).toEqual([change]);
  });

  test("because somebody pressed stop is unknown, and the model is not asked again", async () => {
    conversation.wire.begin(
      lose(() => {
        void stopChat(conversation.userId, conversation.chatId);
        return new Promise(() => {});
      }),
    );
    const message = await approve();
    expect(message.metadata?.outcome).toEqual({ status: "stopped" });
    expect(actionsOf(message)[0]?.state).toEqual({ status: "unknown" });
    expect(conversation.wire.asked).toHaveLength(1);
  });

  test("is told apart from one that was refused: that one failed", async () => {
    conversation.wire.begin({
      ...callThenText(dispatch([change, branch])),
      router: (request) =>
        request.url.endsWith("/mcp") && conversation.wire.asked.length > 0
          ? new Response("no", { status: 401 })
          : undefined,
    });
    expect(actionsOf(await approve())[0]?.state).toMatchObject({
      status: "failed",
      error: { code: "router_refused_key" },
    });
    expect(conversation.sentTools()).toEqual([]);
  });
});

test("calls side by side are carried out in the order in which they were asked for, whatever their ids are", async () => {
  const names = Array.from({ length: 12 }, (_value, index) => `branch-${index}`);
  const calls = names.map((name) => dispatch([change, { ...branch, name }]));
  conversation.wire.begin({
    model: (index: number) => (index === 0 ? { text: "Many.", calls } : { text: "Done." }),
  });
  const runId = await conversation.send();
  await readRun(runId, (message) => actionsOf(message).length === names.length);
  const rows = await actionsOfRun(runId);
  expect(rows.map(({ arguments: input }) => input.name)).toEqual(names);
  for (const { approvalId } of rows)
    await decideApproval(conversation.userId, approvalId ?? "", { decision: "approve" });
  await readRun(runId);
  expect(conversation.wire.sent.map(({ arguments: input }) => input.name)).toEqual(names);
});
