import "server-only";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as runMigrations } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { DatabaseLostError } from "../lost.ts";
import { migrationsFolder } from "../migrations.ts";
import { connectionSettings, type PostgresSettings } from "./pool.ts";

/** Names the lock among all that an application may take on the database; any number that nobody else uses. */
const lockNumber = 7_204_118_563;

/**
 * Brings the schema up to date, on a connection of its own. Instances that start together do it one after the other: the first
 * does the work, the others find it done. A migration may take longer than a statement of the app.
 */
export async function migrate(settings: PostgresSettings): Promise<void> {
  const client = new pg.Client({ ...connectionSettings(settings), statement_timeout: 0 });
  await client.connect().catch((cause: Error) => {
    throw new DatabaseLostError(
      `PostgreSQL at ${client.host}:${client.port} cannot be reached: ${cause.message}. Check DATABASE_URL.`,
      { cause },
    );
  });
  try {
    await client.query("select pg_advisory_lock($1)", [lockNumber]);
    await runMigrations(drizzle(client), { migrationsFolder });
  } finally {
    // The lock goes with its connection.
    await client.end();
  }
}
