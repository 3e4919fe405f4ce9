import "server-only";
import type { PGlite, Transaction } from "@electric-sql/pglite";
import { log } from "../log.ts";
import type { Connection, Listener } from "./connection.ts";
import { type Engine, openEngine } from "./engine.ts";
import type { DatabaseLostError } from "./lost.ts";

/** Milliseconds between two tries to open the database again. */
const reopenInterval = 1_000;

type Attached = { channel: string; listener: Listener; stop: () => Promise<void> };

/** What of PGlite this app uses. */
export type EmbeddedClient = Pick<PGlite, "query" | "exec" | "transaction"> & {
  listen: Connection["listen"];
  close(): Promise<void>;
};

/**
 * A client of the embedded database that outlives its engine: when one has failed for good, the next query opens another on
 * the same folder, at most once a second. What was acknowledged is in the write-ahead log, as after `kill -9`.
 *
 * @throws DatabaseLostError while no engine can be opened; so do all queries of the client
 */
export async function openEmbeddedClient(directory: string): Promise<EmbeddedClient> {
  const attached = new Set<Attached>();
  let engine = await openEngine(directory);
  let opening: Promise<Engine> | undefined;
  let triedAt = Number.NEGATIVE_INFINITY;

  async function attach(entry: Attached, to: Engine): Promise<void> {
    entry.stop = await to.listen(entry.channel, entry.listener.onPayload);
  }

  async function reopen(failure: DatabaseLostError): Promise<Engine> {
    if (performance.now() < triedAt + reopenInterval) throw failure;
    triedAt = performance.now();
    // The old engine is left as it is: closing it would let it write.
    const next = await openEngine(directory);
    for (const entry of attached) await attach(entry, next);
    engine = next;
    log.warn("database.reopened");
    for (const { listener } of attached) listener.onGap();
    return next;
  }

  async function alive(): Promise<Engine> {
    if (!engine.failure) return engine;
    opening ??= reopen(engine.failure).finally(() => {
      opening = undefined;
    });
    return opening;
  }

  return {
    async query<Row>(...request: Parameters<PGlite["query"]>) {
      return (await alive()).query<Row>(...request);
    },
    async exec(...request) {
      return (await alive()).exec(...request);
    },
    async transaction<Result>(work: (transaction: Transaction) => Promise<Result>) {
      return (await alive()).transaction(work);
    },
    async listen(channel, listener) {
      const entry: Attached = { channel, listener, stop: async () => {} };
      await attach(entry, await alive());
      attached.add(entry);
      return async () => {
        attached.delete(entry);
        await entry.stop();
      };
    },
    async close() {
      if (!engine.failure) await engine.close();
    },
  };
}
