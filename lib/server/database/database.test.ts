import { fork } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { reportRow } from "@/tests/security/report";
import { openEmbeddedDatabase } from "./embedded.ts";
import { DataFolderInUseError, lockDataFolder } from "./lock.ts";

/** Milliseconds that making a new database may take on a busy machine. */
const setupLimit = 120_000;

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const connection of open.splice(0)) await connection.close();
});

async function openFresh(directory = mkdtempSync(join(tmpdir(), "branchline-"))) {
  const connection = await openEmbeddedDatabase(directory);
  open.push(connection);
  return { ...connection, directory };
}

test(
  "migrates a new folder and keeps what was written across a reopening",
  async () => {
    const first = await openFresh();
    await first.database.execute(
      sql`insert into "user" (id, kind, name) values ('00000000-0000-4000-8000-000000000001', 'guest', 'Guest')`,
    );
    await open.pop()?.close();
    const second = await openFresh(first.directory);
    const rows = await second.database.execute(sql`select name from "user"`);
    expect(rows).toMatchObject({ rows: [{ name: "Guest" }] });
  },
  setupLimit,
);

test(
  "delivers notifications to listeners until they stop",
  async () => {
    const { database, listen } = await openFresh();
    const heard: string[] = [];
    const stop = await listen("test", {
      onPayload: (payload) => heard.push(payload),
      onGap: () => {},
    });
    await database.execute(sql`select pg_notify('test', 'one')`);
    await stop();
    await database.execute(sql`select pg_notify('test', 'two')`);
    expect(heard).toEqual(["one"]);
  },
  setupLimit,
);

test("refuses a folder another process holds, names that process, and takes it over when it is killed", async () => {
  const directory = mkdtempSync(join(tmpdir(), "branchline-"));
  const script = join(import.meta.dirname, "lock.fixture.ts");
  const other = fork(script, [directory], { execArgv: ["--conditions=react-server"] });
  open.push({ close: async () => void other.kill("SIGKILL") });
  await new Promise((resolve) => other.once("message", resolve));

  expect(() => lockDataFolder(directory)).toThrow(DataFolderInUseError);
  expect(() => lockDataFolder(directory)).toThrow(`process ${other.pid}`);

  const gone = new Promise((resolve) => other.once("exit", resolve));
  other.kill("SIGKILL");
  await gone;
  lockDataFolder(directory).release();
});

test(
  "twenty others cannot open a folder that is being written to, and nothing written is lost when its owner is killed",
  async () => {
    const directory = mkdtempSync(join(tmpdir(), "branchline-"));
    const execArgv = ["--conditions=react-server"];
    const fixture = (name: string) => join(import.meta.dirname, name);
    const writer = fork(fixture("writer.fixture.ts"), [directory], { execArgv });
    open.push({ close: async () => void writer.kill("SIGKILL") });
    let stored = 0;
    writer.on("message", (number) => {
      stored = Number(number);
    });
    await new Promise((resolve, reject) => {
      writer.once("message", resolve);
      writer.once("exit", (code) => reject(new Error(`The writer ended with ${code}.`)));
    });

    for (let run = 0; run < 20; run += 1) {
      const intruder = fork(fixture("lock.fixture.ts"), [directory], { execArgv, silent: true });
      let said = "";
      intruder.stderr?.on("data", (part) => {
        said += String(part);
      });
      const code = await new Promise((resolve) => intruder.once("close", resolve));
      expect(code).toBe(1);
      expect(said).toContain(`in use by another Branchline (process ${writer.pid})`);
      // However busy the disk is: it goes on writing.
      await new Promise((resolve) => writer.once("message", resolve));
    }

    const gone = new Promise((resolve) => writer.once("exit", resolve));
    writer.kill("SIGKILL");
    await gone;
    const { database } = await openFresh(directory);
    const { rows } = await database.execute(sql`select count(*)::int as number from written`);
    const kept = Number(rows[0]?.number);
    const title = "A second process on the data folder";
    reportRow({ row: 8, title, cases: 20, gotThrough: Math.max(0, stored - kept) });
    expect(kept).toBeGreaterThanOrEqual(stored);
  },
  setupLimit,
);
