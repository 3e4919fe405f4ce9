import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { deleteChat } from "@/lib/server/chats/delete-chat";
import { updateChat } from "@/lib/server/chats/update-chat";
import { database } from "@/lib/server/database/connection";
import { action } from "@/lib/server/database/schema";
import { recordActions, startAction } from "@/lib/server/policy/actions";
import { listActions } from "@/lib/server/policy/audit";
import { decideApproval } from "@/lib/server/policy/decide-approval";
import { listPermissions, takeBackPermission } from "@/lib/server/policy/permissions";
import { approvalOf, callThenText } from "../support/conversation";
import { dispatch, type SentCall } from "../support/fake-wire";
import { createUser } from "../support/installation";
import { actionsOf, readRun } from "../support/run-reader";
import { storeRun } from "../support/stored-run";
import {
  branch,
  change,
  comment,
  inRepository,
  Permitting,
  standing,
  statuses,
} from "./permitting.support";

const person = new Permitting("What a person allows, and takes back");
const { conversation } = person;

describe("what was allowed", () => {
  test("in a chat runs there unasked, says so, and asks everywhere else", async () => {
    await person.allow("chat");
    const { message } = await person.turn([[change, branch("second")]]);
    person.expectSent(change);
    const [done] = actionsOf(message);
    expect(done).toMatchObject({ state: { status: "succeeded" }, allowed: "chat" });
    const [permitted] = await person.granted();
    const { records } = await listActions(conversation.userId, {
      kind: "all",
      chatId: conversation.chatId,
    });
    expect(records.find(({ action }) => action.id === done?.id)).toMatchObject({
      action: { allowed: "chat" },
      decision: {
        answer: "allowed",
        permissionId: permitted?.id,
        by: { id: conversation.userId },
        at: expect.any(String),
      },
    });

    conversation.chatId = randomUUID();
    await person.turn([[change, branch("third")]]);
    person.expectSent();
  });

  test("always runs in every chat, of this person only", async () => {
    await person.allow("always");
    conversation.chatId = randomUUID();
    const { message } = await person.turn([[change, branch("second")]]);
    person.expectSent(change);
    expect(actionsOf(message)[0]).toMatchObject({ allowed: "always" });

    conversation.userId = await createUser();
    conversation.chatId = randomUUID();
    await person.turn([[change, branch("third")]]);
    person.expectSent();
  });

  test("is the tool, and no other", async () => {
    await person.allow("always");
    await person.turn([[comment, { ...inRepository, issue_id: "1", content: "Hi" }]]);
    person.expectSent();
  });

  test("does not overtake a change that has to be asked about", async () => {
    await person.allow("chat", [comment, { ...inRepository, issue_id: "1", content: "Hi" }]);
    const waiting = await person.turn([
      [comment, { ...inRepository, issue_id: "2", content: "Before" }],
      [change, branch("second")],
      [comment, { ...inRepository, issue_id: "3", content: "After" }],
    ]);
    person.expectSent(comment);
    const message = await person.answer(waiting, {});
    expect(statuses(message)).toEqual(["succeeded", "succeeded", "succeeded"]);
    person.expectSent(comment, change, comment);
  });

  test("is kept once, goes with its chat, and comes back only by a person's yes", async () => {
    await person.allow("chat");
    const waiting = await person.turn([
      [comment, { ...inRepository, issue_id: "1", content: "Hi" }],
    ]);
    await person.answer(waiting, { allow: "chat" });
    expect(await person.granted()).toMatchObject([
      { tool: comment, toolkit: "bitbucket", chat: { id: conversation.chatId, title: "Please" } },
      { tool: change },
    ]);
    await deleteChat(conversation.userId, conversation.chatId);
    expect(await person.granted()).toEqual([]);
  });
});

describe("who may allow, and take back", () => {
  test("nobody else's approval or permission, and no answer that is not a yes", async () => {
    const stranger = await createUser();
    const waiting = await person.turn([[change, branch("first")]]);
    const approvalId = approvalOf(waiting.message);
    const yes = { decision: "approve", allow: "always" } as const;
    await expect(decideApproval(stranger, approvalId, yes)).rejects.toMatchObject({ status: 404 });
    person.expectSent();
    await person.answer(waiting, { decision: "deny", allow: "always" });
    person.expectSent();
    expect([await person.granted(), await listPermissions(stranger)]).toEqual([[], []]);
    const again = decideApproval(conversation.userId, approvalId, yes);
    await expect(again).rejects.toMatchObject({ code: "already_decided" });
    expect(await person.granted()).toEqual([]);

    await person.allow("always");
    const [permitted] = await person.granted();
    const taking = takeBackPermission(stranger, permitted?.id ?? "");
    await expect(taking).rejects.toMatchObject({ code: "not_found", status: 404 });
    expect(await person.granted()).toHaveLength(1);
  });

  test("what was taken back is asked about again", async () => {
    await person.allow("always");
    const [permitted] = await person.granted();
    await takeBackPermission(conversation.userId, permitted?.id ?? "");
    expect(await person.granted()).toEqual([]);
    const { message } = await person.turn([[change, branch("second")]]);
    person.expectSent();
    expect(statuses(message)).toEqual(["approval"]);
  });

  /** A queued action that a permission has let through and nobody has begun. */
  async function queued() {
    const [permitted] = await person.granted();
    const run = await storeRun(conversation.userId);
    await recordActions(await database(), [
      {
        userId: conversation.userId,
        chatId: run.chatId,
        runId: run.id,
        toolCallId: "call",
        index: 0,
        planned: { tool: change, toolkit: "bitbucket", arguments: branch("late") },
        toolClass: "change",
        state: { status: "queued" },
        accountName: undefined,
        permission: { id: permitted?.id ?? "", scope: "always" },
      },
    ]);
    const [row] = await (await database())
      .select()
      .from(action)
      .where(and(eq(action.runId, run.id), eq(action.status, "queued")));
    return { run, id: row?.id ?? "", permissionId: permitted?.id ?? "" };
  }

  test("what was taken back before it began does not begin", async () => {
    await person.allow("always");
    const { run, id, permissionId } = await queued();
    await takeBackPermission(conversation.userId, permissionId);
    expect(await startAction(run, id)).toMatchObject({
      status: "blocked",
      state: { error: { code: "permission_taken_back" } },
    });
  });

  test("nor does what was allowed when the chat has become read-only", async () => {
    await person.allow("always");
    const { run, id } = await queued();
    await updateChat(conversation.userId, run.chatId, { mode: "read-only" });
    expect(await startAction(run, id)).toMatchObject({
      status: "blocked",
      state: { error: { code: "read_only" } },
    });
  });

  test("a yes in a chat that has become read-only is refused, and can be given later", async () => {
    const waiting = await person.turn([[change, branch("first")]]);
    await updateChat(conversation.userId, conversation.chatId, { mode: "read-only" });
    await expect(person.answer(waiting, { allow: "chat" })).rejects.toMatchObject({
      code: "read_only",
    });
    person.expectSent();
    expect(await person.granted()).toEqual([]);
    await updateChat(conversation.userId, conversation.chatId, { mode: "ask" });
    await person.answer(waiting, {});
    person.expectSent(change);
  });

  test("twenty yes at once allow once", async () => {
    const waiting = await person.turn([[change, branch("first")]]);
    const approvalId = approvalOf(waiting.message);
    const yes = { decision: "approve", allow: "always" } as const;
    const answers = await Promise.allSettled(
      Array.from({ length: 20 }, () => decideApproval(conversation.userId, approvalId, yes)),
    );
    await readRun(waiting.runId);
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await person.granted()).toHaveLength(1);
    person.expectSent(change);
  });
});

test("a permission taken back at the same moment counts before or after, never in between", async () => {
  for (let round = 0; round < 10; round += 1) {
    conversation.chatId = randomUUID();
    await person.allow("always", [change, branch(`first-${round}`)]);
    const [permitted] = await person.granted();
    conversation.wire.begin({
      ...callThenText(dispatch([change, branch("one")], [change, branch("two")])),
      execute: async (_call: SentCall) => ({ data: {} }),
    });
    const runId = await conversation.send();
    await takeBackPermission(conversation.userId, permitted?.id ?? "");
    const message = await readRun(runId, standing(2));
    const asked = statuses(message).filter((status) => status === "approval").length;
    // Asked about both, or about none: the verdicts on one step are one.
    expect([0, 2]).toContain(asked);
  }
});
