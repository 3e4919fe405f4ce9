import { eq } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { ActionState } from "@/lib/shared/action";
import { createUser, installForTests } from "@/tests/support/installation";
import { storeRun } from "@/tests/support/stored-run";
import { database } from "../database/connection.ts";
import { action, message, run } from "../database/schema.ts";
import {
  actionsOfRun,
  endOpenActions,
  recordActions,
  settleAction,
  startAction,
} from "../policy/actions.ts";
import { claimRun, countWakes, type RunRow, releaseRun, renewLease, storeStep } from "./claim.ts";
import { endRun } from "./end-run.ts";
import { RunLostError } from "./interruption.ts";
import { wakeRun } from "./wake.ts";

installForTests();

let userId: string;
beforeAll(async () => {
  userId = await createUser();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const past = new Date(Date.now() - 1_000);
const deserted = { owner: crypto.randomUUID(), leaseUntil: past };
const waiting = { status: "waiting", owner: null, leaseUntil: null } as const;
const text = [{ type: "text" as const, text: "x" }];

async function reread({ id }: Pick<RunRow, "id">): Promise<RunRow | undefined> {
  const [row] = await (await database()).select().from(run).where(eq(run.id, id));
  return row;
}

async function record(
  claimed: RunRow,
  state: ActionState,
  toolClass: "read" | "change" = "change",
) {
  const planned = { tool: "BITBUCKET_X", toolkit: "bitbucket", arguments: {} };
  const { userId, chatId, id: runId } = claimed;
  const toolCallId = crypto.randomUUID();
  const place = { userId, chatId, runId, toolCallId, index: 0 };
  await recordActions(await database(), [
    { ...place, planned, toolClass, state, accountName: undefined },
  ]);
  const row = (await actionsOfRun(runId)).find((candidate) => candidate.toolCallId === toolCallId);
  if (!row) throw new Error("The action was not recorded.");
  return row;
}

/** Another process takes the run over. */
async function takeOver({ id }: RunRow): Promise<RunRow> {
  await (await database()).update(run).set({ leaseUntil: past }).where(eq(run.id, id));
  const taken = await claimRun(id);
  if (!taken) throw new Error("The run was not free.");
  return taken;
}

describe("claiming", () => {
  test("of twenty who try at once, one gets a queued run", async () => {
    const { id } = await storeRun(userId, { status: "queued", owner: null, leaseUntil: null });
    const claims = await Promise.all(Array.from({ length: 20 }, () => claimRun(id)));
    expect(claims.filter(Boolean)).toMatchObject([{ takeovers: 0, epoch: 2 }]);
  });

  test("of twenty who try at once, one takes a deserted run over", async () => {
    const { id } = await storeRun(userId, deserted);
    const claims = await Promise.all(Array.from({ length: 20 }, () => claimRun(id)));
    expect(claims.filter(Boolean)).toMatchObject([{ takeovers: 1, epoch: 2 }]);
  });

  test("a run that is driven, waits, has ended or is not there is nobody's", async () => {
    const { id } = await storeRun(userId);
    const { id: waits } = await storeRun(userId, waiting);
    const { id: ended } = await storeRun(userId, { status: "ended" });
    for (const other of [id, waits, ended, crypto.randomUUID()])
      expect(await claimRun(other)).toBeNull();
  });
});

test("who has lost a run can do nothing more with it", async () => {
  const lost = await storeRun(userId);
  const queued = await record(lost, { status: "queued" });
  const held = await takeOver(lost);
  const attempts = [
    () => renewLease(lost),
    () => countWakes(lost),
    () => storeStep(lost, text),
    () => endRun(lost, { parts: text }, { status: "done" }),
    () => startAction(lost, queued.id),
    () => endOpenActions(lost),
  ];
  for (const attempt of attempts) await expect(attempt()).rejects.toBeInstanceOf(RunLostError);
  expect(await releaseRun(lost, 0)).toBe(false);
  expect(await reread(lost)).toMatchObject({ status: "running", epoch: 2, outcome: null });
  expect(await actionsOfRun(lost.id)).toMatchObject([{ status: "queued" }]);
  const [written] = await (await database())
    .select()
    .from(message)
    .where(eq(message.id, lost.messageId));
  expect(written?.parts).toEqual([]);
  await renewLease(held);
});

describe("letting go", () => {
  test("and a call at the same time: the run is never left waiting with the call unheard", async () => {
    const storage = await database();
    for (let round = 0; round < 20; round += 1) {
      const claimed = await storeRun(userId);
      const wakes = await countWakes(claimed);
      const steps = [() => releaseRun(claimed, wakes), () => wakeRun(storage, claimed.id)];
      if (round % 2 === 1) steps.reverse();
      const results = await Promise.all(steps.map((step) => step()));
      // Either it was kept, to look again, or it was let go first and called afterwards.
      expect((await reread(claimed))?.status).toBe(results.includes(true) ? "queued" : "running");
    }
  });

  test("a call before the rows were read is no reason to stay", async () => {
    const claimed = await storeRun(userId);
    await wakeRun(await database(), claimed.id);
    expect(await releaseRun(claimed, await countWakes(claimed))).toBe(true);
    expect(await reread(claimed)).toMatchObject({ status: "waiting", owner: null });
  });

  test("a call that is taken back with its transaction was never made", async () => {
    const claimed = await storeRun(userId, waiting);
    const failing = (await database()).transaction(async (transaction) => {
      await wakeRun(transaction, claimed.id);
      throw new Error("crash");
    });
    await expect(failing).rejects.toThrow("crash");
    expect(await reread(claimed)).toMatchObject({ status: "waiting", wakes: 0 });
  });
});

describe("an action", () => {
  test("of twenty who start it at once, one gets it", async () => {
    const claimed = await storeRun(userId);
    const { id } = await record(claimed, { status: "queued" });
    const starts = await Promise.all(Array.from({ length: 20 }, () => startAction(claimed, id)));
    expect(starts.filter(Boolean)).toMatchObject([{ id, status: "running" }]);
  });

  test("is recorded once, however often its call is read", async () => {
    const claimed = await storeRun(userId);
    const row = await record(claimed, { status: "queued" });
    const { toolCallId, index, toolClass } = row;
    const planned = { tool: "OTHER", toolkit: "other", arguments: {} };
    await recordActions(await database(), [
      {
        userId,
        chatId: claimed.chatId,
        runId: claimed.id,
        toolCallId,
        index,
        toolClass,
        planned,
        state: { status: "queued" },
        accountName: undefined,
      },
    ]);
    expect(await actionsOfRun(claimed.id)).toEqual([row]);
  });

  test("stays as another process has left it", async () => {
    const claimed = await storeRun(userId);
    const { id } = await record(claimed, { status: "queued" });
    const started = await startAction(claimed, id);
    if (!started) throw new Error("It was not started.");
    await endOpenActions(await takeOver(claimed));
    const late = await settleAction(started, { status: "succeeded", result: 1 }, { result: 1 });
    expect(late).toMatchObject({ status: "unknown", result: null });
  });

  test("of a deleted chat tells whoever settles it that the run is lost", async () => {
    const claimed = await storeRun(userId);
    const row = await record(claimed, { status: "queued" });
    await (await database()).delete(action).where(eq(action.id, row.id));
    const settling = settleAction(row, { status: "cancelled" });
    await expect(settling).rejects.toBeInstanceOf(RunLostError);
  });
});
