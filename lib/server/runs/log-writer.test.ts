import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createUser, installForTests } from "@/tests/support/installation";
import { storeRun } from "@/tests/support/stored-run";
import { longestPiece } from "../agent/joined-deltas.ts";
import { database } from "../database/connection.ts";
import { run, runChunk } from "../database/schema.ts";
import { RunLostError } from "./interruption.ts";
import type { RunChunk } from "./log-line.ts";
import { createLogWriter, join } from "./log-writer.ts";
import { readChunks, readRows } from "./read-log.ts";

installForTests();

const crashes: unknown[] = [];
const noteCrash = (reason: unknown) => crashes.push(reason);
let userId: string;
beforeAll(async () => {
  userId = await createUser();
  process.on("unhandledRejection", noteCrash);
});
afterAll(() => {
  process.off("unhandledRejection", noteCrash);
});

const delta = (text: string, id = "t"): RunChunk => ({ type: "text-delta", id, delta: text });
const step: RunChunk = { type: "start-step" };

describe("joining", () => {
  function joined(...chunks: RunChunk[]): RunChunk[] {
    const into: RunChunk[] = [];
    for (const chunk of chunks) join(into, chunk);
    return into;
  }

  test("makes one of neighbouring deltas of one text", () => {
    expect(joined(delta("a"), delta("b"), delta("c"))).toEqual([delta("abc")]);
    const thought = (text: string): RunChunk => ({ type: "reasoning-delta", id: "t", delta: text });
    expect(joined(thought("a"), thought("b"))).toEqual([thought("ab")]);
  });

  test("makes no piece that is too large to hold", () => {
    const large = delta("x".repeat(longestPiece));
    expect(joined(large, delta("a"), delta("b"))).toEqual([large, delta("ab")]);
  });

  test("leaves apart what is not the same text", () => {
    const chunks = [
      delta("a"),
      delta("b", "u"),
      step,
      delta("c", "u"),
      { type: "reasoning-delta", id: "u", delta: "d" } as const,
    ];
    expect(joined(...chunks)).toEqual(chunks);
  });
});

test("a log is read in parts of bounded size, to its end", async () => {
  const { id } = await storeRun(userId);
  const writer = createLogWriter(id, 1, 0);
  const written: RunChunk[] = [];
  for (let index = 0; index < 9; index += 1) {
    const chunk = delta(`${index}`.repeat(30_000), `${index}`);
    written.push(chunk);
    writer.append(chunk);
    await writer.flushed();
  }
  const { rows, more } = await readRows(id, 2);
  expect(rows.map(({ sequence }) => sequence)).toEqual([2, 3, 4]);
  expect(more).toBe(true);
  expect(await readRows(id, 7)).toMatchObject({
    rows: [{ sequence: 7 }, { sequence: 8 }],
    more: false,
  });
  expect(await readChunks(id)).toEqual(written);
});

test("stores every chunk in order, numbered without gaps", async () => {
  const { id } = await storeRun(userId);
  const writer = createLogWriter(id, 1, 0);
  for (let index = 0; index < 200; index += 1) {
    writer.append(step);
    writer.append(delta(`${index}`));
    if (index % 40 === 0) await writer.flushed();
  }
  await writer.flushed();
  const { rows } = await readRows(id, 0);
  let next = 0;
  for (const row of rows) {
    expect(row.sequence).toBe(next);
    next += row.count;
  }
  const chunks = await readChunks(id);
  expect(chunks).toHaveLength(next);
  expect(chunks).toHaveLength(400);
  const texts = chunks.flatMap((chunk) => (chunk.type === "text-delta" ? [chunk.delta] : []));
  expect(texts).toEqual(Array.from({ length: 200 }, (_value, index) => `${index}`));
});

test("what is said in one breath after a pause is one row: nobody waits for its last word", async () => {
  vi.resetModules();
  const { createLogWriter: createRested } = await import("./log-writer.ts");
  const { id } = await storeRun(userId);
  const writer = createRested(id, 1, 0);
  for (const chunk of [step, { type: "text-start", id: "t" } as const, delta("Hello")])
    writer.append(chunk);
  await writer.flushed();
  expect(await readRows(id, 0)).toMatchObject({ rows: [{ sequence: 0, count: 3 }], more: false });
});

test("many runs share their commits and keep apart", async () => {
  const runs = await Promise.all(Array.from({ length: 20 }, () => storeRun(userId)));
  const writers = runs.map(({ id }) => createLogWriter(id, 1, 0));
  for (let index = 0; index < 50; index += 1)
    for (const [number, writer] of writers.entries()) writer.append(delta(`${number},`));
  await Promise.all(writers.map((writer) => writer.flushed()));
  for (const [number, { id }] of runs.entries()) {
    const chunks = await readChunks(id);
    const text = chunks.map((chunk) => (chunk.type === "text-delta" ? chunk.delta : "")).join("");
    expect(text).toBe(`${number},`.repeat(50));
  }
});

describe("the fence", () => {
  test("an old epoch writes nothing and hears so; the new one goes on where the log ends", async () => {
    const { id } = await storeRun(userId);
    const old = createLogWriter(id, 1, 0);
    old.append(step);
    await old.flushed();
    await (await database()).update(run).set({ epoch: 2 }).where(eq(run.id, id));

    old.append(delta("old"));
    const taker = createLogWriter(id, 2, 1);
    taker.append(delta("new"));
    await expect(old.flushed()).rejects.toBeInstanceOf(RunLostError);
    await taker.flushed();
    old.append(delta("older"));
    await expect(old.flushed()).rejects.toBeInstanceOf(RunLostError);
    expect(await readChunks(id)).toEqual([step, delta("new")]);
  });

  test("a run that was deleted takes nothing, however much is still said", async () => {
    const { id } = await storeRun(userId);
    await (await database()).delete(run).where(eq(run.id, id));
    const writer = createLogWriter(id, 1, 0);
    for (let round = 0; round < 5; round += 1) {
      writer.append(delta("lost"));
      await expect(writer.flushed()).rejects.toBeInstanceOf(RunLostError);
      writer.append(step);
    }
    expect(await readRows(id, 0)).toEqual({ rows: [], more: false });
  });
});

test("rows the database refuses cost one run its log, leave no gap and do not touch the others", async () => {
  const logged = vi.spyOn(console, "error").mockImplementation(() => {});
  const [broken, whole] = await Promise.all([storeRun(userId), storeRun(userId)]);
  await (await database())
    .insert(runChunk)
    .values({ runId: broken.id, sequence: 0, count: 1, data: JSON.stringify(step) });

  const [first, second] = [createLogWriter(broken.id, 1, 0), createLogWriter(whole.id, 1, 0)];
  // So that both are in one commit: the first after a pause happens at once.
  second.append(step);
  first.append(delta("refused"));
  second.append(delta("stored"));
  await expect(first.flushed()).rejects.toThrow();
  first.append(delta("after"));
  await expect(first.flushed()).rejects.toThrow();
  // A commit later than the one that would hold what was appended after the failure.
  second.append(step);
  await second.flushed();
  expect(await readChunks(whole.id)).toEqual([step, delta("stored"), step]);
  expect(await readChunks(broken.id)).toEqual([step]);
  expect(logged).toHaveBeenCalledOnce();
  logged.mockRestore();
});

test("a failure nobody waits for ends no process", async () => {
  const { id } = await storeRun(userId, { epoch: 7 });
  const [silent, heard] = [createLogWriter(id, 1, 0), createLogWriter(id, 7, 0)];
  silent.append(step);
  silent.append(delta("x"));
  heard.append(step);
  await heard.flushed();
  silent.append(delta("y"));
  heard.append(step);
  await heard.flushed();
  await new Promise((resolve) => setImmediate(resolve));
  expect(crashes).toEqual([]);
});
