import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { openEmbeddedDatabase } from "@/lib/server/database/embedded";
import type { Found } from "./secrets.search";

/** Every column of every table, of a database that nobody has open. @param directory the data folder */
export async function columnsOf(directory: string): Promise<Found[]> {
  const { database, close } = await openEmbeddedDatabase(directory);
  try {
    const { rows } = await database.execute<{ table_name: string; column_name: string }>(
      sql`select table_name, column_name from information_schema.columns where table_schema = 'public'`,
    );
    const found: Found[] = [];
    for (const { table_name: table, column_name: column } of rows) {
      const content = await database.execute<{ text: string }>(
        sql`select coalesce(string_agg(${sql.identifier(column)}::text, E'\n'), '') as text
          from ${sql.identifier(table)}`,
      );
      found.push({ place: `column ${table}.${column}`, text: content.rows[0]?.text ?? "" });
    }
    return found;
  } finally {
    await close();
  }
}

/** The values of one column. */
export const valuesOf = (columns: readonly Found[], name: string): string[] =>
  (columns.find(({ place }) => place === `column ${name}`)?.text ?? "").split("\n").filter(Boolean);

/** All files below a folder as texts. */
export function filesBelow(directory: string, called: string): Found[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => {
      const file = join(parentPath, name);
      const text = readFileSync(file, "latin1");
      return { place: `${called} ${file.slice(directory.length + 1)}`, text };
    });
}
