import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/lib/server/database/connection";

/** By table, all its rows as JSON, in one order. */
export type Rows = ReadonlyMap<string, readonly string[]>;

const namesSchema = z.object({ rows: z.array(z.object({ name: z.string() })) });
const rowsSchema = z.object({ rows: z.array(z.object({ row: z.unknown() })) });

async function names(storage: Database, query: ReturnType<typeof sql>): Promise<string[]> {
  return namesSchema.parse(await storage.execute(query)).rows.map(({ name }) => name);
}

/** Every table of the app, as the database itself lists them. */
function tableNames(storage: Database): Promise<string[]> {
  return names(
    storage,
    sql`select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  );
}

/** All rows of all tables. */
export async function readRows(storage: Database): Promise<Rows> {
  const rows = new Map<string, string[]>();
  for (const name of await tableNames(storage)) {
    const table = sql.identifier(name);
    const answer = rowsSchema.parse(
      await storage.execute(sql`select to_jsonb(t) as row from ${table} t`),
    );
    rows.set(name, answer.rows.map(({ row }) => JSON.stringify(row)).sort());
  }
  return rows;
}

/** What is in one and not in the other, with the table's name in front. */
export function differences(before: Rows, after: Rows): { gone: string[]; made: string[] } {
  const missing = (from: Rows, other: Rows) =>
    [...from].flatMap(([table, rows]) => {
      const kept = new Set(other.get(table));
      return rows.filter((row) => !kept.has(row)).map((row) => `${table} ${row}`);
    });
  return { gone: missing(before, after), made: missing(after, before) };
}

/**
 * A table, and all whose rows belong to one of its rows: by a foreign key, over however many tables it goes, or by a column that
 * is named like one. A table that is made tomorrow is among them.
 *
 * @param column what a column without a foreign key is called
 */
export function tablesOf(storage: Database, table: string, column: string): Promise<string[]> {
  return names(
    storage,
    sql`with recursive hanging(id) as (
      select oid from pg_class where relname = ${table} and relnamespace = 'public'::regnamespace
      union
      select conrelid from pg_constraint join hanging on confrelid = hanging.id
        where contype = 'f' and confdeltype <> 'n'
    )
    select relname::text as name from pg_class join hanging on hanging.id = oid
    union
    select table_name::text from information_schema.columns
      where table_schema = 'public' and column_name = ${column}`,
  );
}
