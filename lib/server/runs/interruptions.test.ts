import { describe, expect, test } from "vitest";
import type { ChatMessage, RunOutcome } from "@/lib/shared/message";
import { approvalOf, Conversation, callThenText } from "@/tests/support/conversation";
import { dispatch } from "@/tests/support/fake-wire";
import { actionsOf, readRun, someAction, textOf } from "@/tests/support/run-reader";
import { deleteChat, sweepDeletedChats } from "../chats/delete-chat.ts";
import { stopChat } from "../chats/live-run.ts";
import { readChat } from "../chats/read-chat.ts";
import { listActions } from "../policy/audit.ts";
import { decideApproval } from "../policy/decide-approval.ts";
import { renewalInterval } from "./claim.ts";

const conversation = new Conversation();
const branch = { workspace: "acme", repo_slug: "api", name: "fix", target_hash: "a".repeat(40) };
const change = "BITBUCKET_CREATE_BRANCH";
const read = "BITBUCKET_LIST_BRANCHES";

describe("stop", () => {
  test("ends a model's answer within a second and keeps what was written", async () => {
    conversation.wire.begin({
      model: () =>
        new Response(
          new ReadableStream({
            start(controller) {
              const event = (type: string, fields: object) =>
                controller.enqueue(`data: ${JSON.stringify({ type, ...fields })}\n\n`);
              const item = { id: "m", type: "message", role: "assistant", content: [] };
              event("response.output_item.added", { output_index: 0, item });
              event("response.output_text.delta", {
                item_id: "m",
                output_index: 0,
                content_index: 0,
                delta: "Half",
              });
            },
          }).pipeThrough(new TextEncoderStream()),
          { headers: { "content-type": "text/event-stream" } },
        ),
    });
    const runId = await conversation.send();
    await readRun(runId, (message) => textOf(message) === "Half");
    const started = performance.now();
    await stopChat(conversation.userId, conversation.chatId);
    const message = await readRun(runId);
    // Heard at once: without the call it would be noticed with the next renewal of the lease.
    expect(performance.now() - started).toBeLessThan(renewalInterval);
    expect(message.metadata?.outcome).toEqual({ status: "stopped" });
    expect(textOf(message)).toBe("Half");
    expect(await conversation.stored()).toEqual(message);
  });
});

describe("what nobody expects", () => {
  const ends: [string, () => Promise<void>, RunOutcome | undefined][] = [
    ["deleted", async () => {}, { status: "stopped" }],
    ["gone for good", () => sweepDeletedChats(0), undefined],
  ];
  test.each(ends)(
    "a chat %s while its change is under way ends its readers and nothing else",
    async (_name, end, outcome) => {
      const { promise: deleted, resolve: noteDeleted } = Promise.withResolvers<void>();
      conversation.wire.begin({
        ...callThenText(dispatch([change, branch])),
        async execute() {
          await deleteChat(conversation.userId, conversation.chatId);
          await end();
          noteDeleted();
          return { data: { name: "fix" } };
        },
      });
      const runId = await conversation.send();
      const waiting = await readRun(runId, someAction("approval"));
      const reader = readRun(runId);
      await decideApproval(conversation.userId, approvalOf(waiting), { decision: "approve" });
      await deleted;
      expect((await reader).metadata?.outcome).toEqual(outcome);
      await expect(readChat(conversation.userId, conversation.chatId)).rejects.toMatchObject({
        code: "not_found",
      });
      expect((await listActions(conversation.userId)).records).toEqual([]);
    },
  );

  test("characters that no database keeps come through as others", async () => {
    conversation.wire.begin({
      ...callThenText(dispatch([read, { "a\0": "b\uD83D" }]), "End\0 \uDE00."),
      execute: () => ({ data: { "x\0": ["\uD83D"] } }),
    });
    const message = await readRun(await conversation.send());
    expect(message.metadata?.outcome).toEqual({ status: "done" });
    expect(actionsOf(message)[0]).toMatchObject({
      arguments: { "a\uFFFD": "b\uFFFD" },
      state: { status: "succeeded", result: { "x\uFFFD": ["\uFFFD"] } },
    });
    expect(conversation.wire.sent[0]?.arguments).toEqual({ "a\uFFFD": "b\uFFFD" });
    expect(textOf((await conversation.stored()) as ChatMessage)).toContain("End\uFFFD");
  });

  test("what is nested without end is cut or refused, and the database lives", async () => {
    const nested = JSON.parse(`${"[".repeat(3_000)}${"]".repeat(3_000)}`);
    conversation.wire.begin({
      ...callThenText(dispatch([read, {}])),
      execute: () => ({ data: { nested: [nested, nested] } }),
    });
    const message = await readRun(await conversation.send());
    expect(message.metadata?.outcome).toEqual({ status: "done" });
    expect(actionsOf(message)[0]?.state.status).toBe("succeeded");
    expect(JSON.stringify(await conversation.stored())).toContain("nested too deeply");

    conversation.wire.begin(callThenText(dispatch([read, { nested }])));
    await readRun(await conversation.send("Again"));
    conversation.wire.begin({});
    const next = await readRun(await conversation.send("Once more"));
    expect(next.metadata?.outcome).toEqual({ status: "done" });
  });

  test("a result too large to travel stays behind, and the model sees its beginning", async () => {
    conversation.wire.begin({
      ...callThenText(dispatch([read, {}])),
      execute: () => ({ data: { text: "x".repeat(1_000_000) } }),
    });
    const message = await readRun(await conversation.send());
    expect(actionsOf(message)[0]?.state).toMatchObject({ omittedBytes: 1_000_011, result: null });
    expect(JSON.stringify(message).length).toBeLessThan(100_000);
    expect(conversation.wire.asked[1]?.length).toBeLessThan(100_000);
  });
});
