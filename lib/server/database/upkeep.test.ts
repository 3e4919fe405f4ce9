import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type EmbeddedClient, openEmbeddedClient } from "./embedded-client.ts";
import { doUpkeep } from "./upkeep.ts";

const directory = mkdtempSync(join(tmpdir(), "branchline-upkeep-"));
let client: EmbeddedClient;

beforeAll(async () => {
  client = await openEmbeddedClient(directory);
  await client.exec("create table thing (id int, words text)");
}, 120_000);
afterAll(async () => {
  await client.close();
  rmSync(directory, { recursive: true });
});

async function countSpareLogFiles(): Promise<number> {
  const { rows } = await client.query<{ name: string }>(
    "select pg_walfile_name(pg_current_wal_insert_lsn()) as name",
  );
  const current = rows[0]?.name ?? "";
  const files = readdirSync(join(directory, "pg_wal")).filter((name) => /^[\dA-F]{24}$/.test(name));
  return files.filter((name) => name > current).length;
}

/** Fills the write-ahead log with that many megabytes. */
async function write(megabytes: number): Promise<void> {
  const block = "x".repeat(1_000_000);
  for (let written = 0; written < megabytes; written += 1)
    await client.query("select pg_logical_emit_message(false, 'test', $1)", [block]);
}

test("the write-ahead log always has files to grow into, and does not grow for ever", async () => {
  expect(await countSpareLogFiles()).toBe(0);
  for (let round = 0; round < 5; round += 1) {
    await doUpkeep(client, directory);
    expect(await countSpareLogFiles()).toBeGreaterThanOrEqual(2);
    await write(40);
  }
  await doUpkeep(client, directory);
  expect(readdirSync(join(directory, "pg_wal")).length).toBeLessThan(12);
});

test("what deleted rows took is given back", async () => {
  const size = async () => {
    const { rows } = await client.query<{ bytes: number }>(
      "select pg_table_size('thing')::int as bytes",
    );
    return rows[0]?.bytes ?? 0;
  };
  await client.exec("insert into thing select n, md5(n::text) from generate_series(1, 20000) n");
  await client.exec("delete from thing");
  const before = await size();
  await client.query("select pg_stat_force_next_flush()");
  await doUpkeep(client, directory);
  expect(await size()).toBeLessThan(before / 10);
});
