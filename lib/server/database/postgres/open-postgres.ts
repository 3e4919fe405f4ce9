import "server-only";
import { drizzle } from "drizzle-orm/node-postgres";
import type { Connection } from "../connection.ts";
import * as schema from "../schema.ts";
import { againAfterDeadlock } from "./deadlocks.ts";
import { migrate } from "./migrate.ts";
import { Notifications } from "./notifications.ts";
import { openPool, type PostgresSettings } from "./pool.ts";

/** Connects to a PostgreSQL that any number of processes share, and brings its schema up to date. */
export async function openPostgres(settings: PostgresSettings): Promise<Connection> {
  await migrate(settings);
  const notifications = await Notifications.open(settings);
  const pool = openPool(settings);
  const database = drizzle(pool, { schema });
  const once = database.transaction.bind(database);
  database.transaction = (work, options) => againAfterDeadlock(() => once(work, options));
  return {
    database,
    exclusive: false,
    listen: (channel, listener) => notifications.listen(channel, listener),
    async close() {
      await notifications.close();
      await pool.end();
    },
  };
}
