import { randomUUID } from "node:crypto";
import { count, sql } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { textStream } from "@/tests/faults/text-stream";
import { Conversation } from "@/tests/support/conversation";
import { createUser } from "@/tests/support/installation";
import { readRun, textOf } from "@/tests/support/run-reader";
import { storeRun } from "@/tests/support/stored-run";
import { sendMessage } from "../chats/send-message.ts";
import { database } from "../database/connection.ts";
import { runChunk } from "../database/schema.ts";
import { endRun } from "./end-run.ts";
import { createLogWriter } from "./log-writer.ts";
import { readRows } from "./read-log.ts";

const conversation = new Conversation();

/** What one statement wrote into the log, as the database saw it. */
type Written = { rows: number; runs: number; bytes: number };

beforeAll(async () => {
  const storage = await database();
  await storage.execute(
    sql`create table written (rows int not null, runs int not null, bytes int not null)`,
  );
  await storage.execute(sql`
    create function note_written() returns trigger language plpgsql as $$ begin
      insert into written select count(*), count(distinct run_id), sum(octet_length(data)) from inserted having count(*) > 0;
      return null;
    end $$`);
  await storage.execute(sql`
    create trigger note_written after insert on run_chunk referencing new table as inserted
    for each statement execute function note_written()`);
});
beforeEach(async () => void (await (await database()).execute(sql`delete from written`)));

async function written(): Promise<{ statements: Written[]; bytes: number }> {
  const { rows } = await (await database()).execute<Written>(sql`select * from written`);
  return { statements: rows, bytes: rows.reduce((sum, { bytes }) => sum + bytes, 0) };
}

async function rowsKept(): Promise<number> {
  const [row] = await (await database()).select({ rows: count() }).from(runChunk);
  return row?.rows ?? 0;
}

const pieces = Array.from({ length: 2_000 }, (_, index) => `w${index} `);
const text = pieces.join("");

async function* spoken() {
  for (const piece of pieces) {
    yield piece;
    // Everything else gets its turn, as it does between two words of a model.
    await new Promise(setImmediate);
  }
}

test("five answers of 2,000 words at once: a row a run and flush, and none is left", async () => {
  conversation.wire.begin({ model: () => textStream(spoken()) });
  const messages = await Promise.all(
    Array.from({ length: 5 }, async () => {
      const id = await sendMessage(await createUser(), randomUUID(), {
        id: randomUUID(),
        text: "Please",
      });
      return readRun(id);
    }),
  );
  for (const message of messages) expect(textOf(message)).toBe(text);
  const { statements, bytes } = await written();
  for (const { rows, runs } of statements) expect(rows).toBe(runs);
  expect(Math.max(...statements.map(({ runs }) => runs))).toBe(5);
  const ratio = bytes / (5 * text.length);
  expect(ratio).toBeLessThanOrEqual(3);
  expect(await rowsKept()).toBe(0);
});

test("all runs of the process are in one statement", async () => {
  const userId = await createUser();
  const runs = await Promise.all(Array.from({ length: 20 }, () => storeRun(userId)));
  const writers = runs.map(({ id }) => createLogWriter(id, 1, 0));
  for (let round = 0; round < 10; round += 1) {
    for (const writer of writers) writer.append({ type: "text-delta", id: "0", delta: "word " });
    await Promise.all(writers.map((writer) => writer.flushed()));
  }
  const { statements } = await written();
  for (const { rows, runs } of statements) expect(rows).toBe(runs);
  // After a pause the first goes at once, without the others.
  expect(statements.length).toBeLessThanOrEqual(20);
  expect(statements.filter((statement) => statement.runs >= 19).length).toBe(10);
});

test("a word a row, as one slow model writes it, takes at most three times its bytes", async () => {
  const run = await storeRun(await createUser());
  const writer = createLogWriter(run.id, 1, 0);
  for (const delta of pieces.slice(0, 200)) {
    writer.append({ type: "text-delta", id: "0", delta });
    await writer.flushed();
  }
  const { statements, bytes } = await written();
  expect(statements).toHaveLength(200);
  expect(bytes / pieces.slice(0, 200).join("").length).toBeLessThanOrEqual(3);
  await endRun(run, { parts: [], metadata: {} }, { status: "done" });
  expect(await readRows(run.id, 0)).toEqual({ rows: [], more: false });
});
