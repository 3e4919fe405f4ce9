import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { createUser, installForTests } from "@/tests/support/installation";
import { storeRun } from "@/tests/support/stored-run";
import { deleteChat } from "../chats/delete-chat.ts";
import { database } from "../database/connection.ts";
import { run, runChunk } from "../database/schema.ts";
import type { RunRow } from "./claim.ts";
import { endRun } from "./end-run.ts";
import { eventStream } from "./event-stream.ts";
import { followRun } from "./follow.ts";
import { publish } from "./hub.ts";
import type { RunChunk } from "./log-line.ts";
import { createLogWriter, type LogWriter } from "./log-writer.ts";

installForTests();

let userId: string;
beforeAll(async () => {
  userId = await createUser();
});

const soon = () => new Promise((resolve) => setImmediate(resolve));
const words = Array.from({ length: 1_000 }, (_value, index) => `word ${index} `);
const text = words.join("");

/** Writes all words as they come from a model: a few at a time, now and then a longer pause. */
async function writeWords(writer: LogWriter): Promise<void> {
  writer.append({ type: "text-start", id: "t" });
  for (const [index, word] of words.entries()) {
    // Texts of their own, so that they are not joined: a thousand chunks.
    writer.append({ type: "text-delta", id: `${index}`, delta: word });
    if (index % 7 === 0) await soon();
    if (index % 100 === 0) await writer.flushed();
  }
  writer.append({ type: "text-end", id: "t" });
  writer.append({ type: "finish" });
  await writer.flushed();
}

async function finishRun(claimed: RunRow): Promise<void> {
  await endRun(claimed, { parts: [], metadata: {} }, { status: "done" });
}

const deltaOf = (json: string) => {
  const chunk = JSON.parse(json) as RunChunk;
  return chunk.type === "text-delta" ? chunk.delta : "";
};

/** Reads at most `limit` chunks from number `after` on, and checks their numbers. */
async function readSome(
  runId: string,
  after: number,
  limit: number,
  pace?: () => Promise<unknown>,
) {
  const leave = new AbortController();
  let read = "";
  let next = after;
  for await (const event of followRun(runId, after, leave.signal)) {
    if (event.kind === "heartbeat") continue;
    expect(event.number).toBe(next);
    next += 1;
    read += deltaOf(event.json);
    await pace?.();
    if (next - after >= limit) {
      leave.abort();
      break;
    }
  }
  return { read, next, left: leave.signal.aborted };
}

const all = Number.POSITIVE_INFINITY;

describe("a reader", () => {
  test("that drops and comes back a hundred times reads the same text", async () => {
    const claimed = await storeRun(userId);
    const writing = writeWords(createLogWriter(claimed.id, 1, 0)).then(() => finishRun(claimed));
    let read = "";
    let next = 0;
    let drops = 0;
    for (let left = true; left; ) {
      // One that meets the end has seen everything.
      const some = await readSome(claimed.id, next, drops < 100 ? ((drops * 7) % 10) + 1 : all);
      read += some.read;
      next = some.next;
      left = some.left;
      drops += 1;
    }
    await writing;
    expect(drops).toBe(101);
    expect(read).toBe(text);
  });

  test("reads what a hundred others read, wherever each begins", async () => {
    const claimed = await storeRun(userId);
    const early = Array.from({ length: 50 }, () => readSome(claimed.id, 0, all));
    await writeWords(createLogWriter(claimed.id, 1, 0));
    const late = Array.from({ length: 50 }, () => readSome(claimed.id, 0, all));
    await finishRun(claimed);
    for (const { read } of await Promise.all([...early, ...late])) expect(read).toBe(text);
  });

  test("that is slower than the run holds up nobody and misses nothing", async () => {
    const claimed = await storeRun(userId);
    const slow = readSome(claimed.id, 0, all, soon);
    const writer = createLogWriter(claimed.id, 1, 0);
    for (let row = 0; row < 120; row += 1) {
      writer.append({ type: "text-delta", id: `${row}`, delta: `${row} ` });
      await writer.flushed();
    }
    await finishRun(claimed);
    expect((await slow).read.split(" ")).toHaveLength(121);
  });

  test("hears of the end at once, also when its last rows came just before", async () => {
    const claimed = await storeRun(userId);
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    const reading = readSome(claimed.id, 0, all, () => held);
    const writer = createLogWriter(claimed.id, 1, 0);
    writer.append({ type: "start-step" });
    await writer.flushed();
    await soon();
    writer.append({ type: "finish" });
    await writer.flushed();
    await finishRun(claimed);
    const started = performance.now();
    letGo();
    expect((await reading).next).toBe(2);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  test("of a run that another process drives asks the database when it is told to look", async () => {
    const claimed = await storeRun(userId);
    const reading = readSome(claimed.id, 0, 1);
    await soon();
    const data = JSON.stringify({ type: "text-delta", id: "t", delta: "from afar" });
    await (await database())
      .insert(runChunk)
      .values({ runId: claimed.id, sequence: 0, count: 1, data });
    publish(claimed.id, []);
    expect((await reading).read).toBe("from afar");
  });

  test("that leaves is let go at once", async () => {
    const { id } = await storeRun(userId);
    const leave = new AbortController();
    const waiting = followRun(id, 0, leave.signal).next();
    const started = performance.now();
    leave.abort();
    expect((await waiting).done).toBe(true);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  test("of a run that ended long ago, or never was, is done at once", async () => {
    const claimed = await storeRun(userId);
    await finishRun(claimed);
    expect((await readSome(claimed.id, 0, all)).next).toBe(0);
    expect((await readSome(crypto.randomUUID(), 0, all)).next).toBe(0);
  });

  test("beyond the end of a log waits for its end", async () => {
    const claimed = await storeRun(userId);
    const reading = readSome(claimed.id, 5_000, all);
    await writeWords(createLogWriter(claimed.id, 1, 0));
    await finishRun(claimed);
    expect(await reading).toMatchObject({ read: "", next: 5_000, left: false });
  });
});

describe("the event stream", () => {
  test("carries one chunk an event with its number, ends with [DONE], and is not compressed", async () => {
    const claimed = await storeRun(userId);
    const writer = createLogWriter(claimed.id, 1, 0);
    writer.append({ type: "start" });
    writer.append({ type: "finish" });
    await writer.flushed();
    const response = eventStream(claimed.id, 1, new AbortController().signal);
    await finishRun(claimed);
    expect(response.headers.get("content-type")).toBe("text/event-stream");
    expect(response.headers.get("cache-control")).toContain("no-transform");
    expect(response.headers.get("x-run-id")).toBe(claimed.id);
    expect(await response.text()).toBe('id: 1\ndata: {"type":"finish"}\n\ndata: [DONE]\n\n');
  });

  test("ends when the browser goes away, and the run does not", async () => {
    const claimed = await storeRun(userId);
    const reader = eventStream(claimed.id, 0, new AbortController().signal).body?.getReader();
    const reading = reader?.read();
    await soon();
    await reader?.cancel();
    expect(await reading).toEqual({ done: true, value: undefined });
    const [row] = await (await database()).select().from(run).where(eq(run.id, claimed.id));
    expect(row).toMatchObject({ status: "running", stopRequested: false });
    await deleteChat(userId, claimed.chatId);
  });
});
