import "server-only";
import { sql } from "drizzle-orm";
import type { Database } from "../connection.ts";

/** What tells whether two tables hold the same rows: how many, and a sum over a hash of each, in whatever order. */
export type Fingerprint = { rows: number; hash: string };

export async function fingerprint(storage: Database, table: string): Promise<Fingerprint> {
  const { rows } = await storage.execute<Fingerprint>(sql`
    select count(*)::int as rows,
      coalesce(sum(('x' || left(md5(to_jsonb(entry)::text), 15))::bit(60)::bigint), 0)::text as hash
    from ${sql.identifier(table)} as entry`);
  const [found] = rows;
  if (!found) throw new Error(`Table ${table} cannot be counted.`);
  return found;
}
