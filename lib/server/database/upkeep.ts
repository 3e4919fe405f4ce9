import "server-only";
import { log } from "../log.ts";
import type { EmbeddedClient } from "./embedded-client.ts";
import { freeBytes, logFileSize } from "./engine.ts";

/** Milliseconds between two looks. */
const interval = 5_000;

/** Finished files of the write-ahead log that are kept to be written again. */
const spareLogFiles = 2;

/** Rows that may change in a table before it is cleaned up, beside a fifth of its own. */
const changesAllowed = 1_000;

async function countSpareLogFiles(client: EmbeddedClient): Promise<number> {
  const { rows } = await client.query<{ spare: number }>(
    `select count(*)::int as spare from pg_ls_waldir()
     where name ~ '^[0-9A-F]{24}$' and name > pg_walfile_name(pg_current_wal_insert_lsn())`,
  );
  return rows[0]?.spare ?? 0;
}

/**
 * Keeps files ready into which the write-ahead log can grow without asking the disk for room: where it cannot grow, the
 * engine panics, while a table that cannot grow is an ordinary error. A checkpoint makes finished files spare again, so the log
 * does not grow for ever either.
 */
async function keepSpareLogFiles(client: EmbeddedClient, directory: string): Promise<void> {
  if ((await countSpareLogFiles(client)) >= spareLogFiles) return;
  await client.exec("checkpoint");
  const missing = spareLogFiles - (await countSpareLogFiles(client));
  if (missing <= 0 || freeBytes(directory) < (missing + 2) * logFileSize) return;
  for (let file = 0; file < missing; file += 1) {
    // A file that holds nothing is not ended.
    await client.query("select pg_logical_emit_message(false, 'upkeep', '')");
    await client.query("select pg_switch_wal()");
  }
  await client.exec("checkpoint");
}

/** Gives back what deleted and replaced rows took, and lets the planner know how large its tables are. */
async function cleanUpTables(client: EmbeddedClient): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select quote_ident(schemaname) || '.' || quote_ident(relname) as name from pg_stat_user_tables
     where greatest(n_dead_tup, n_mod_since_analyze) > $1 + n_live_tup / 5`,
    [changesAllowed],
  );
  for (const { name } of rows) await client.exec(`vacuum (analyze) ${name}`);
}

/** Does once what PostgreSQL's background processes do elsewhere; the embedded database has none. */
export async function doUpkeep(client: EmbeddedClient, directory: string): Promise<void> {
  await keepSpareLogFiles(client, directory);
  await cleanUpTables(client);
}

/** Does the upkeep once in a while. */
export function startUpkeep(
  client: EmbeddedClient,
  directory: string,
): { stop: () => Promise<void> } {
  let working = Promise.resolve();
  const look = () =>
    doUpkeep(client, directory).catch((error) => log.error("database.upkeep_failed", error));
  const timer = setInterval(() => {
    working = working.then(look);
  }, interval);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await working;
    },
  };
}
