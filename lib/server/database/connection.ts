import "server-only";
import { join } from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import type { PgDatabase } from "drizzle-orm/pg-core";
import { drizzle, type PgliteQueryResultHKT } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import { environment } from "../environment.ts";
import { openEmbeddedClient } from "./embedded-client.ts";
import { lockDataFolder } from "./lock.ts";
import * as schema from "./schema.ts";
import { startUpkeep } from "./upkeep.ts";

/** Queries and transactions; the same type for the embedded database and for a transaction on it. */
export type Database = PgDatabase<PgliteQueryResultHKT, typeof schema>;

type Connection = {
  database: Database;
  /** No other process can have this database open. */
  exclusive: boolean;
  /** Calls back with every notification on a channel, until the returned function is called. */
  listen(channel: string, onPayload: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
};

/** Opens the embedded database below `directory`, brings its schema up to date, and holds the folder's lock. */
export async function openEmbeddedDatabase(directory: string): Promise<Connection> {
  const lock = lockDataFolder(directory);
  const folder = join(directory, "database");
  const client = await openEmbeddedClient(folder);
  // Drizzle asks for nothing of PGlite but queries and transactions.
  const database = drizzle(client as PGlite, { schema });
  await migrate(database, {
    migrationsFolder: join(process.cwd(), "lib/server/database/migrations"),
  });
  const upkeep = startUpkeep(client, folder);
  return {
    database,
    exclusive: true,
    listen: client.listen,
    async close() {
      await upkeep.stop();
      await client.close();
      lock.release();
    },
  };
}

const connectionKey = Symbol.for("branchline.database");
const holder = globalThis as { [connectionKey]?: Promise<Connection> };

/** The one connection of this process; a bundler may load this module twice, so it hangs on the global object. */
export function connection(): Promise<Connection> {
  holder[connectionKey] ??= openEmbeddedDatabase(environment().dataDirectory);
  return holder[connectionKey];
}

export async function database(): Promise<Database> {
  return (await connection()).database;
}
