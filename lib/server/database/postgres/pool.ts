import "server-only";
import pg from "pg";
import { log } from "../../log.ts";
import { measurePool } from "../../telemetry/measure-pool.ts";
import { observeStatements } from "../../telemetry/statements.ts";
import { telemetry } from "../../telemetry/telemetry.ts";
import { DatabaseLostError } from "../lost.ts";

/** How PostgreSQL is reached. */
export type PostgresSettings = {
  /** `postgres://user:password@host:port/database`, with `sslmode` and whatever else the driver knows. */
  address: string;
  /** Connections that queries share; one more listens. */
  poolSize: number;
  /** Milliseconds one statement may take before the database gives it up. */
  statementTimeout: number;
};

/** Milliseconds until a connection has to stand, and that a transaction may do nothing in. */
const connectTimeout = 5_000;
const idleTransactionTimeout = 30_000;

/** What every connection of this process begins with. */
export const connectionSettings = ({ address, statementTimeout }: PostgresSettings) => ({
  connectionString: address,
  application_name: "branchline",
  connectionTimeoutMillis: connectTimeout,
  keepAlive: true,
  statement_timeout: statementTimeout,
  idle_in_transaction_session_timeout: idleTransactionTimeout,
});

const lost = (cause: Error) => new DatabaseLostError("The database cannot be reached.", { cause });

type Connected = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  release: (destroy?: boolean) => void,
) => void;

/** A pool that says by an SQLSTATE, like all else of a database, that no connection could be had. */
class Pool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(connected: Connected): void;
  override connect(connected?: Connected): Promise<pg.PoolClient> | undefined {
    if (!connected) {
      return super.connect().then(
        (client) => (telemetry() ? observeStatements(client) : client),
        (cause: Error) => {
          throw lost(cause);
        },
      );
    }
    super.connect((error, client, release) => connected(error && lost(error), client, release));
    return undefined;
  }
}

export function openPool(settings: PostgresSettings): pg.Pool {
  const pool = new Pool({ ...connectionSettings(settings), max: settings.poolSize });
  // A connection that breaks between two statements, in a transaction or out of one: the next query hears of it. Without
  // somebody who listens it would end the process.
  const note = (error: Error) => log.warn("database.connection_lost", { reason: error.message });
  pool.on("connect", (client) => client.on("error", note));
  pool.on("error", () => {});
  if (!telemetry()) return pool;
  measurePool(pool, settings.poolSize);
  return observeStatements(pool);
}
