import "server-only";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import { environment } from "../environment.ts";
import { openEmbeddedDatabase } from "./embedded.ts";
import { lockDataFolder } from "./lock.ts";
import { openPostgres } from "./postgres/open-postgres.ts";
import type * as schema from "./schema.ts";

/** What a raw statement answers, whichever driver carries it. */
type Rows<Row> = { rows: Row[] };
interface QueryResult extends PgQueryResultHKT {
  type: Rows<this["row"]>;
}

/** Queries and transactions; the same type for every database and for a transaction on it. */
export type Database = PgDatabase<QueryResult, typeof schema>;

/** Hears of notifications on a channel. */
export type Listener = {
  onPayload: (payload: string) => void;
  /** Notifications may have been missed: what they would have said has to be looked up. */
  onGap: () => void;
};

export type Connection = {
  database: Database;
  /** No other process can have this database open. */
  exclusive: boolean;
  /** Hears every notification on a channel, until the returned function is called. */
  listen(channel: string, listener: Listener): Promise<() => Promise<void>>;
  close(): Promise<void>;
};

const connectionKey = Symbol.for("branchline.database");
const holder = globalThis as { [connectionKey]?: Promise<Connection> };

async function open(): Promise<Connection> {
  const { postgres, dataDirectory, sandbox } = environment();
  if (!postgres) return openEmbeddedDatabase(dataDirectory);
  // The embedded services have their files there, of which only one process may be the owner.
  const lock = sandbox ? lockDataFolder(dataDirectory) : null;
  const opened = await openPostgres(postgres);
  return {
    ...opened,
    async close() {
      await opened.close();
      lock?.release();
    },
  };
}

/** The one connection of this process; a bundler may load this module twice, so it hangs on the global object. */
export function connection(): Promise<Connection> {
  holder[connectionKey] ??= open();
  return holder[connectionKey];
}

export async function database(): Promise<Database> {
  return (await connection()).database;
}
