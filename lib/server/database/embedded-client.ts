import "server-only";
import type { PGlite, Transaction } from "@electric-sql/pglite";
import { log } from "../log.ts";
import { type DatabaseLostError, type Engine, openEngine } from "./engine.ts";

/** Milliseconds between two tries to open the database again. */
const reopenInterval = 1_000;

type Listener = {
  channel: string;
  onPayload: (payload: string) => void;
  stop: () => Promise<void>;
};

/** What of PGlite this app uses. */
export type EmbeddedClient = Pick<PGlite, "query" | "exec" | "transaction"> & {
  listen(channel: string, onPayload: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
};

/**
 * A client of the embedded database that outlives its engine: when one has failed for good, the next query opens another on
 * the same folder, at most once a second. What was acknowledged is in the write-ahead log, as after `kill -9`.
 *
 * @throws DatabaseLostError while no engine can be opened; so do all queries of the client
 */
export async function openEmbeddedClient(directory: string): Promise<EmbeddedClient> {
  const listeners = new Set<Listener>();
  let engine = await openEngine(directory);
  let opening: Promise<Engine> | undefined;
  let triedAt = Number.NEGATIVE_INFINITY;

  async function attach(listener: Listener, to: Engine): Promise<void> {
    listener.stop = await to.listen(listener.channel, listener.onPayload);
  }

  async function reopen(failure: DatabaseLostError): Promise<Engine> {
    if (performance.now() < triedAt + reopenInterval) throw failure;
    triedAt = performance.now();
    // The old engine is left as it is: closing it would let it write.
    const next = await openEngine(directory);
    for (const listener of listeners) await attach(listener, next);
    engine = next;
    log.warn("database.reopened");
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
    async listen(channel, onPayload) {
      const listener: Listener = { channel, onPayload, stop: async () => {} };
      await attach(listener, await alive());
      listeners.add(listener);
      return async () => {
        listeners.delete(listener);
        await listener.stop();
      };
    },
    async close() {
      if (!engine.failure) await engine.close();
    },
  };
}
