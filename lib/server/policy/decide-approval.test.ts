import { randomUUID } from "node:crypto";
import { inArray, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import type { ActionState } from "@/lib/shared/action";
import type { DecideApproval } from "@/lib/shared/api";
import { createUser, installForTests } from "@/tests/support/installation";
import { storeRun } from "@/tests/support/stored-run";
import { deleteChat } from "../chats/delete-chat.ts";
import { database } from "../database/connection.ts";
import { action } from "../database/schema.ts";
import { claimRun } from "../runs/claim.ts";
import { type ActionRow, actionsOfRun, recordActions } from "./actions.ts";
import { decideApproval } from "./decide-approval.ts";

installForTests();

let userId: string;
beforeAll(async () => {
  userId = await createUser();
});

/** A run that waits for an answer about actions that want these words typed; `undefined` for none. */
async function ask(...confirmations: (string | undefined)[]) {
  const waits = { status: "waiting", owner: null, leaseUntil: null } as const;
  const run = await storeRun(userId, waits);
  const approvalId = randomUUID();
  const toolCallId = randomUUID();
  await recordActions(
    await database(),
    confirmations.map((confirmation, index) => {
      const state: ActionState = {
        status: "approval",
        approvalId,
        warnings: [],
        ...(confirmation ? { confirmation } : {}),
      };
      return {
        userId,
        chatId: run.chatId,
        runId: run.id,
        toolCallId,
        index,
        planned: { tool: "BITBUCKET_X", toolkit: "bitbucket", arguments: { index } },
        toolClass: "change" as const,
        state,
        accountName: undefined,
      };
    }),
  );
  const rows = () => actionsOfRun(run.id);
  return { run, approvalId, rows, ids: (await rows()).map(({ id }) => id) };
}

const approve: DecideApproval = { decision: "approve" };
const deny: DecideApproval = { decision: "deny" };
const statuses = (rows: ActionRow[]) => rows.map(({ status }) => status);

describe("an answer", () => {
  test("moves every item on, says who decided when, and wakes the run", async () => {
    const { run, approvalId, rows } = await ask(undefined, undefined);
    await decideApproval(userId, approvalId, approve);
    expect(await rows()).toMatchObject([
      { status: "queued", decision: "approved", decidedBy: userId, decidedAt: expect.any(Date) },
      { status: "queued", decision: "approved", decidedBy: userId },
    ]);
    expect(await claimRun(run.id)).not.toBeNull();
  });

  test("that denies keeps its reason and ends the items", async () => {
    const { approvalId, rows } = await ask(undefined);
    await decideApproval(userId, approvalId, { ...deny, reason: "Not today" });
    expect(await rows()).toMatchObject([
      {
        status: "denied",
        decision: "denied",
        decisionReason: "Not today",
        state: { status: "denied", reason: "Not today" },
        finishedAt: expect.any(Date),
      },
    ]);
  });

  test("that names items denies the others, in their place", async () => {
    const { approvalId, rows, ids } = await ask(undefined, undefined, undefined);
    const [, second = ""] = ids;
    await decideApproval(userId, approvalId, { ...approve, items: [second] });
    expect(statuses(await rows())).toEqual(["denied", "queued", "denied"]);
  });

  test("that approves no item denies all", async () => {
    const { approvalId, rows } = await ask(undefined, undefined);
    await decideApproval(userId, approvalId, { ...approve, items: [] });
    expect(statuses(await rows())).toEqual(["denied", "denied"]);
  });

  test("that denies denies all, whatever items it names", async () => {
    const { approvalId, rows, ids } = await ask(undefined, undefined);
    await decideApproval(userId, approvalId, { ...deny, items: ids });
    expect(statuses(await rows())).toEqual(["denied", "denied"]);
  });

  test("that names an item of another approval decides nothing", async () => {
    const { approvalId, rows } = await ask(undefined);
    const other = await ask(undefined);
    const answer = { ...approve, items: other.ids };
    const deciding = decideApproval(userId, approvalId, answer);
    await expect(deciding).rejects.toMatchObject({ code: "invalid_request" });
    expect(statuses([...(await rows()), ...(await other.rows())])).toEqual([
      "approval",
      "approval",
    ]);
  });
});

describe("only one answer counts", () => {
  test.each([
    ["the same", () => approve],
    ["different", (index: number) => (index % 2 === 0 ? approve : deny)],
  ])("of twenty at once, all %s", async (_name, answer) => {
    const { approvalId, rows } = await ask(undefined, undefined);
    const answers = await Promise.allSettled(
      Array.from({ length: 20 }, (_value, index) =>
        decideApproval(userId, approvalId, answer(index)),
      ),
    );
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const given of answers)
      if (given.status === "rejected")
        expect(given.reason).toMatchObject({ code: "already_decided", status: 409 });
    expect(new Set((await rows()).map(({ decision }) => decision)).size).toBe(1);
  });

  test("after a no, no yes", async () => {
    const { approvalId, rows } = await ask(undefined);
    await decideApproval(userId, approvalId, deny);
    const again = decideApproval(userId, approvalId, approve);
    await expect(again).rejects.toMatchObject({ code: "already_decided" });
    expect(statuses(await rows())).toEqual(["denied"]);
  });
});

describe("a question that was open too long", () => {
  const makeOld = async (ids: string[], minutes: number) =>
    (await database())
      .update(action)
      .set({ createdAt: sql`now() - make_interval(mins => ${minutes}::int)` })
      .where(inArray(action.id, ids));

  test("takes no yes: nothing of it is done, and the run hears of it", async () => {
    const { run, approvalId, rows, ids } = await ask(undefined, undefined);
    await makeOld(ids.slice(0, 1), 11);
    const late = decideApproval(userId, approvalId, approve);
    await expect(late).rejects.toMatchObject({ code: "approval_expired", status: 410 });
    expect(await rows()).toMatchObject([
      { status: "blocked", decision: null, state: { error: { code: "approval_expired" } } },
      { status: "blocked", decision: null, finishedAt: expect.any(Date) },
    ]);
    expect(await claimRun(run.id)).not.toBeNull();
    const again = decideApproval(userId, approvalId, approve);
    await expect(again).rejects.toMatchObject({ code: "already_decided" });
  });

  test("takes a no", async () => {
    const { approvalId, rows, ids } = await ask(undefined);
    await makeOld(ids, 11);
    await decideApproval(userId, approvalId, deny);
    expect(statuses(await rows())).toEqual(["denied"]);
  });

  test("is not yet one after nine minutes", async () => {
    const { approvalId, rows, ids } = await ask(undefined);
    await makeOld(ids, 9);
    await decideApproval(userId, approvalId, approve);
    expect(statuses(await rows())).toEqual(["queued"]);
  });
});

describe("nobody else", () => {
  test("can answer, and cannot tell it from one that is not there", async () => {
    const { approvalId, rows } = await ask(undefined);
    const other = await createUser();
    const answers = [
      decideApproval(other, approvalId, approve),
      decideApproval(other, randomUUID(), approve),
      decideApproval(userId, randomUUID(), approve),
    ];
    const absent = { code: "not_found", status: 404, message: "There is no such approval." };
    await Promise.all(answers.map((answer) => expect(answer).rejects.toMatchObject(absent)));
    expect(statuses(await rows())).toEqual(["approval"]);
  });

  test("can answer after the chat was deleted", async () => {
    const { run, approvalId } = await ask(undefined);
    await deleteChat(userId, run.chatId);
    const late = decideApproval(userId, approvalId, approve);
    await expect(late).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("words to type", () => {
  test.each([undefined, "", "acme", "acme/API", "acme/api2"])(
    "%j in place of acme/api decides nothing",
    async (confirmation) => {
      const { approvalId, rows } = await ask("acme/api");
      const answer = { ...approve, ...(confirmation === undefined ? {} : { confirmation }) };
      const deciding = decideApproval(userId, approvalId, answer);
      await expect(deciding).rejects.toMatchObject({
        code: "invalid_request",
        message: "Type acme/api to confirm.",
      });
      expect(statuses(await rows())).toEqual(["approval"]);
    },
  );

  test("that are right confirm", async () => {
    const { approvalId, rows } = await ask("acme/api");
    await decideApproval(userId, approvalId, { ...approve, confirmation: " acme/api " });
    expect(statuses(await rows())).toEqual(["queued"]);
  });

  test("are not needed for a no, nor for an item that is left out", async () => {
    const denied = await ask("acme/api");
    await decideApproval(userId, denied.approvalId, deny);
    const mixed = await ask("acme/api", undefined);
    const [, harmless = ""] = mixed.ids;
    await decideApproval(userId, mixed.approvalId, { ...approve, items: [harmless] });
    expect(statuses(await mixed.rows())).toEqual(["denied", "queued"]);
  });

  test("confirm one deletion, never two at once", async () => {
    const { approvalId, rows } = await ask("acme/api", "acme/web");
    const answer = { ...approve, confirmation: "acme/api" };
    const deciding = decideApproval(userId, approvalId, answer);
    await expect(deciding).rejects.toMatchObject({ code: "invalid_request" });
    expect(statuses(await rows())).toEqual(["approval", "approval"]);
  });
});
