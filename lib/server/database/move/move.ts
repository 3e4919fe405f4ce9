import "server-only";
import { sql } from "drizzle-orm";
import type { Database } from "../connection.ts";
import { type Fingerprint, fingerprint } from "./fingerprint.ts";
import { tableOrder } from "./table-order.ts";

/** Rows that are held in memory at once. */
const batchSize = 100;

/** Why nothing was moved. */
export class MoveError extends Error {
  override name = "MoveError";
}

/** Both sides write down moments of time alike only in one time zone. */
const inOneZone = sql`set local time zone 'UTC'`;

async function expectEmpty(target: Database, tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    const { rows } = await target.execute(sql`select 1 from ${sql.identifier(table)} limit 1`);
    if (rows.length > 0)
      throw new MoveError(
        `The database of DATABASE_URL is not empty: “${table}” has rows. Nothing was moved. Give an empty database.`,
      );
  }
}

async function copyTable(source: Database, target: Database, table: string): Promise<void> {
  const name = sql.identifier(table);
  await source.execute(
    sql`declare rows_to_move no scroll cursor for select to_jsonb(entry) as row from ${name} as entry`,
  );
  for (;;) {
    const batch = await source.execute<{ row: unknown }>(
      sql`fetch ${sql.raw(String(batchSize))} from rows_to_move`,
    );
    if (batch.rows.length === 0) break;
    const rows = JSON.stringify(batch.rows.map(({ row }) => row));
    await target.execute(
      sql`insert into ${name} overriding system value select * from jsonb_populate_recordset(null::${name}, ${rows}::jsonb)`,
    );
  }
  await source.execute(sql`close rows_to_move`);
}

/** Numbers that the database gives go on after the highest that was copied. */
async function continueNumbers(target: Database): Promise<void> {
  const { rows } = await target.execute<{ table: string; column: string }>(sql`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and is_identity = 'YES'`);
  for (const { table, column } of rows)
    await target.execute(sql`
      select setval(pg_get_serial_sequence(quote_ident(${table}), ${column}), max(${sql.identifier(column)}))
      from ${sql.identifier(table)}`);
}

/**
 * Copies everything from one database into an empty one with the same schema, in one transaction, and compares each table's
 * rows before it is committed.
 *
 * @param onTable hears of each table that is copied and found the same
 * @throws MoveError when the target is not empty or a table differs; the target is as before then
 */
export async function moveDatabase(
  source: Database,
  target: Database,
  onTable: (table: string, moved: Fingerprint) => void,
): Promise<void> {
  const tables = tableOrder();
  await source.transaction(async (reading) => {
    await reading.execute(inOneZone);
    await target.transaction(async (writing) => {
      await writing.execute(inOneZone);
      await expectEmpty(writing, tables);
      for (const table of tables) {
        await copyTable(reading, writing, table);
        const [before, after] = [
          await fingerprint(reading, table),
          await fingerprint(writing, table),
        ];
        if (before.rows !== after.rows || before.hash !== after.hash)
          throw new MoveError(
            `The rows of “${table}” differ after copying (${before.rows} and ${after.rows}). Nothing was moved.`,
          );
        onTable(table, after);
      }
      await continueNumbers(writing);
    });
  });
}
