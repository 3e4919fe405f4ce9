import "server-only";
import { join } from "node:path";
import type { PGlite, Transaction } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import { observeStatements } from "../telemetry/statements.ts";
import { telemetry } from "../telemetry/telemetry.ts";
import type { Connection } from "./connection.ts";
import { type EmbeddedClient, openEmbeddedClient } from "./embedded-client.ts";
import { lockDataFolder } from "./lock.ts";
import { migrationsFolder } from "./migrations.ts";
import * as schema from "./schema.ts";
import { startUpkeep } from "./upkeep.ts";

/** A client that tells of its statements, those of its transactions among them. */
function observed(client: Pick<EmbeddedClient, "query" | "exec" | "transaction">) {
  return observeStatements({
    ...client,
    transaction: <Result>(work: (transaction: Transaction) => Promise<Result>) =>
      client.transaction((transaction) => work(observeStatements(transaction))),
  });
}

/** Opens the embedded database below `directory`, brings its schema up to date, and holds the folder's lock. */
export async function openEmbeddedDatabase(directory: string): Promise<Connection> {
  const lock = lockDataFolder(directory);
  const folder = join(directory, "database");
  const client = await openEmbeddedClient(folder);
  const { listen, close, ...queries } = client;
  // Drizzle asks for nothing of PGlite but queries and transactions.
  const database = drizzle((telemetry() ? observed(queries) : queries) as PGlite, { schema });
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
