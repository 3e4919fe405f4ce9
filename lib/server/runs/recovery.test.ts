import { eq } from "drizzle-orm";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { ChatMessage } from "@/lib/shared/message";
import { approvalOf, Conversation, callThenText } from "@/tests/support/conversation";
import { dispatch } from "@/tests/support/fake-wire";
import { actionsOf, readRun, someAction, textOf } from "@/tests/support/run-reader";
import { storeRun } from "@/tests/support/stored-run";
import { database } from "../database/connection.ts";
import { run } from "../database/schema.ts";
import { decideApproval } from "../policy/decide-approval.ts";
import { claimRun, freeDesertedRuns, type RunRow } from "./claim.ts";
import type { RunChunk } from "./log-line.ts";
import { createLogWriter } from "./log-writer.ts";
import { drainRuns, drive, startRunner } from "./runner.ts";

const conversation = new Conversation();
const branch = { workspace: "acme", repo_slug: "api", name: "fix", target_hash: "a".repeat(40) };
const change = "BITBUCKET_CREATE_BRANCH";
const read = "BITBUCKET_LIST_BRANCHES";

const past = new Date(Date.now() - 1_000);
// Not free yet: the runner looks for free runs as well.
const gone = () => ({ owner: crypto.randomUUID(), leaseUntil: new Date(Date.now() + 60_000) });

async function rowOf(id: string): Promise<RunRow> {
  const [row] = await (await database()).select().from(run).where(eq(run.id, id));
  if (!row) throw new Error("The run is gone.");
  return row;
}

/** What a process had written of a run before it was killed. */
async function desert(chunks: readonly RunChunk[], change: Partial<RunRow> = {}): Promise<RunRow> {
  const stored = await storeRun(conversation.userId, { ...gone(), ...change });
  const writer = createLogWriter(stored.id, stored.epoch, 0);
  writer.append({ type: "start", messageId: stored.messageId, messageMetadata: {} });
  for (const chunk of chunks) writer.append(chunk);
  await writer.flushed();
  return stored;
}

/** Another process takes a run over, whoever drives it now. */
async function takeOver(id: string): Promise<RunRow> {
  await (await database()).update(run).set({ leaseUntil: past }).where(eq(run.id, id));
  const claimed = await claimRun(id);
  if (!claimed) throw new Error("The run was not free.");
  return claimed;
}

const notices = (message: ChatMessage) =>
  message.parts.flatMap((part) => (part.type === "data-notice" ? [part.data.kind] : []));

const halfSentence: RunChunk[] = [
  { type: "start-step" },
  { type: "text-start", id: "t" },
  { type: "text-delta", id: "t", delta: "Half a sen" },
];

describe("a text that was cut by a crash", () => {
  test("stays, is told as cut, and the model goes on from it", async () => {
    conversation.wire.begin({ model: () => ({ text: "tence." }) });
    const { id } = await desert(halfSentence);
    await drive(await takeOver(id));
    const message = await readRun(id);
    expect(textOf(message)).toBe("Half a sentence.");
    expect(notices(message)).toEqual(["resumed"]);
    expect(message.metadata?.outcome).toEqual({ status: "done" });
    expect(conversation.wire.asked).toHaveLength(1);
    expect(conversation.wire.asked[0]).toContain("Half a sen");
  });

  test("that was whole is the answer: the model is not asked again", async () => {
    conversation.wire.begin({});
    const { id } = await desert([
      ...halfSentence,
      { type: "text-end", id: "t" },
      { type: "finish-step" },
    ]);
    await drive(await takeOver(id));
    expect((await readRun(id)).metadata?.outcome).toEqual({ status: "done" });
    expect(conversation.wire.asked).toEqual([]);
  });

  test("again and again ends the run: then a person decides", async () => {
    conversation.wire.begin({});
    const { id } = await desert(halfSentence, { takeovers: 3 });
    await drive(await takeOver(id));
    const message = await readRun(id);
    expect(message.metadata?.outcome).toEqual({ status: "interrupted" });
    expect(textOf(message)).toBe("Half a sen");
    expect(notices(message)).toEqual([]);
    expect(conversation.wire.asked).toEqual([]);
  });
});

test("a wait for the model that was cut by a crash is over", async () => {
  conversation.wire.begin({});
  const error = { code: "model_busy", message: "Busy." };
  const data = { kind: "retrying" as const, error, attempt: 1, until: new Date().toISOString() };
  const { id } = await desert([{ type: "data-notice", id: "n", data }]);
  await drive(await takeOver(id));
  const message = await readRun(id);
  expect(message.metadata?.outcome).toEqual({ status: "done" });
  expect(notices(message)).toEqual(["retried"]);
});

test("after its last words a run is ended as they say", async () => {
  const outcome = { status: "limit", steps: 3 } as const;
  const { id } = await desert([{ type: "finish", messageMetadata: { outcome } }]);
  await drive(await takeOver(id));
  expect(await rowOf(id)).toMatchObject({ status: "ended", outcome });
});

test("a log that nobody can fold ends the run all the same", async () => {
  const { id } = await desert([{ type: "text-delta", id: "never begun", delta: "x" }]);
  await drive(await takeOver(id));
  expect(await rowOf(id)).toMatchObject({ status: "ended", outcome: { status: "interrupted" } });
});

describe("a call that was cut by a crash", () => {
  test("is made again when it reads", async () => {
    const { promise: sent, resolve: noteSent } = Promise.withResolvers<void>();
    conversation.wire.begin({
      ...callThenText(dispatch([read, {}])),
      execute: () => {
        noteSent();
        return conversation.sentTools().length > 1 ? { data: { values: [] } } : never();
      },
    });
    const id = await conversation.send();
    await sent;
    await drive(await takeOver(id));
    const message = await readRun(id);
    expect(message.metadata?.outcome).toEqual({ status: "done" });
    expect(actionsOf(message).map(({ state }) => state.status)).toEqual(["succeeded"]);
    expect(conversation.sentTools()).toEqual([read, read]);
  });

  test("is unknown and not made again when it changes something, and the model is told", async () => {
    const { promise: sent, resolve: noteSent } = Promise.withResolvers<void>();
    conversation.wire.begin({
      ...callThenText(dispatch([change, branch])),
      execute: () => {
        noteSent();
        return never();
      },
    });
    const id = await conversation.send();
    const approvalId = approvalOf(await readRun(id, someAction("approval")));
    await decideApproval(conversation.userId, approvalId, { decision: "approve" });
    await sent;
    await drive(await takeOver(id));
    const message = await readRun(id);
    expect(message.metadata?.outcome).toEqual({ status: "done" });
    expect(actionsOf(message).map(({ state }) => state.status)).toEqual(["unknown"]);
    expect(conversation.sentTools()).toEqual([change]);
    expect(conversation.wire.asked[1]).toContain("it may have happened");
  });
});

test("the only process that can have the database frees what others left", async () => {
  conversation.wire.begin({ model: () => ({ text: "tence." }) });
  const leaseUntil = new Date(Date.now() + 60_000);
  const { id } = await desert(halfSentence);
  const own = await storeRun(conversation.userId, { leaseUntil });
  await freeDesertedRuns();
  expect((await rowOf(own.id)).leaseUntil).toEqual(leaseUntil);
  await startRunner();
  await vi.waitFor(async () => expect((await rowOf(id)).status).toBe("ended"), 5_000);
});

describe("a process that is told to end", () => {
  // What it leaves off is taken up by "the next process": this one, with the memory of the runner gone.
  const restart = () => Reflect.deleteProperty(globalThis, Symbol.for("branchline.runner"));
  const goOn = async (id: string) => {
    restart();
    const claimed = await claimRun(id);
    if (!claimed) throw new Error("The run was not free.");
    await drive(claimed);
  };
  afterEach(restart);

  test("lets the next one go on with a text", async () => {
    conversation.wire.begin({
      model: (index) => (index === 0 ? endless("Half a sen") : { text: "tence." }),
    });
    const id = await conversation.send();
    await readRun(id, (message) => textOf(message) === "Half a sen");
    await drainRuns();
    expect(await rowOf(id)).toMatchObject({ status: "queued", owner: null, takeovers: 0 });
    await goOn(id);
    const message = await readRun(id);
    expect(textOf(message)).toBe("Half a sentence.");
    expect(message.metadata?.outcome).toEqual({ status: "done" });
  });

  test("waits for the answer to a change, and begins no other", async () => {
    const { promise: sent, resolve: noteSent } = Promise.withResolvers<void>();
    const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
    const other = { ...branch, name: "other" };
    conversation.wire.begin({
      ...callThenText(dispatch([change, branch], [change, other])),
      execute: async () => {
        noteSent();
        await answered;
        return { data: {} };
      },
    });
    const id = await conversation.send();
    const approvalId = approvalOf(await readRun(id, someAction("approval")));
    await decideApproval(conversation.userId, approvalId, { decision: "approve" });
    await sent;
    const drained = drainRuns();
    answer();
    await drained;
    expect(conversation.sentTools()).toEqual([change]);
    await goOn(id);
    const message = await readRun(id);
    expect(actionsOf(message).map(({ state }) => state.status)).toEqual(["succeeded", "succeeded"]);
    expect(conversation.wire.sent.map((call) => call.arguments.name)).toEqual(["fix", "other"]);
  });

  test("leaves a read to the next one", async () => {
    const { promise: sent, resolve: noteSent } = Promise.withResolvers<void>();
    conversation.wire.begin({
      ...callThenText(dispatch([read, {}])),
      execute: () => {
        noteSent();
        return conversation.sentTools().length > 1 ? { data: { values: [] } } : never();
      },
    });
    const id = await conversation.send();
    await sent;
    await drainRuns();
    await goOn(id);
    expect(actionsOf(await readRun(id)).map(({ state }) => state.status)).toEqual(["succeeded"]);
  });

  test("keeps a message it is still sent for the next one", async () => {
    conversation.wire.begin({});
    await drainRuns();
    const id = await conversation.send();
    await vi.waitFor(async () => expect((await rowOf(id)).status).toBe("queued"));
    expect(conversation.wire.asked).toEqual([]);
    await goOn(id);
    expect((await readRun(id)).metadata?.outcome).toEqual({ status: "done" });
  });
});

describe("the same change asked for twice in one answer", () => {
  const warnings = (message: ChatMessage) =>
    actionsOf(message).map(({ state }) => (state.status === "approval" ? state.warnings : null));
  const same = "This is the same change as one before it in this answer.";

  test("is asked about as that, in one call", async () => {
    conversation.wire.begin(callThenText(dispatch([change, branch], [change, branch])));
    const waiting = await readRun(await conversation.send(), someAction("approval"));
    const both = await readRun(
      waiting.metadata?.runId ?? "",
      (message) => actionsOf(message).length === 2,
    );
    expect(warnings(both)).toEqual([[], [same]]);
  });

  test("is asked about as that after the first was made", async () => {
    conversation.wire.begin({
      model: (index) => (index < 2 ? { calls: [dispatch([change, branch])] } : { text: "Done." }),
    });
    const id = await conversation.send();
    const first = await readRun(id, someAction("approval"));
    await decideApproval(conversation.userId, approvalOf(first), { decision: "approve" });
    const second = await readRun(id, (message) =>
      actionsOf(message).some(({ state }, index) => index === 1 && state.status === "approval"),
    );
    expect(warnings(second)).toEqual([null, [same]]);
    expect(conversation.sentTools()).toEqual([change]);
  });
});

/** An answer that never comes. */
function never(): Promise<never> {
  return new Promise(() => {});
}

/** A model that says something and then nothing more. */
function endless(delta: string): Response {
  const event = (type: string, fields: object) =>
    `data: ${JSON.stringify({ type, output_index: 0, ...fields })}\n\n`;
  const item = { id: "m", type: "message", role: "assistant", content: [] };
  const said =
    event("response.output_item.added", { item }) +
    event("response.output_text.delta", { item_id: "m", content_index: 0, delta });
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode(said)),
  });
  return new Response(body, { headers: { "content-type": "text/event-stream" } });
}
