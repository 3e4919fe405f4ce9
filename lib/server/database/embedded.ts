import "server-only";
import { join } from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import type { Connection } from "./connection.ts";
import { openEmbeddedClient } from "./embedded-client.ts";
import { lockDataFolder } from "./lock.ts";
import { migrationsFolder } from "./migrations.ts";
import * as schema from "./schema.ts";
import { startUpkeep } from "./upkeep.ts";

/** Opens the embedded database below `directory`, brings its schema up to date, and holds the folder's lock. */
export async function openEmbeddedDatabase(directory: string): Promise<Connection> {
  const lock = lockDataFolder(directory);
  const folder = join(directory, "database");
  const client = await openEmbeddedClient(folder);
  const { listen, close, ...queries } = client;
  // Drizzle asks for nothing of PGlite but queries and transactions.
  const database = drizzle(queries as PGlite, { schema });
  await migrate(database, { migrationsFolder });
  const upkeep = startUpkeep(client, folder);
  return {
    database,
    exclusive: true,
    listen,
    async close() {
      await upkeep.stop();
      await close();
      lock.release();
    },
  };
}
