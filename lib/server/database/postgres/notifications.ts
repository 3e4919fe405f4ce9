import "server-only";
import pg from "pg";
import { log } from "../../log.ts";
import type { Listener } from "../connection.ts";
import { connectionSettings, type PostgresSettings } from "./pool.ts";

/** Milliseconds between two looks whether the connection still stands; half a connection says nothing by itself. */
const lookInterval = 5_000;
/** Milliseconds a look may take. */
const lookLimit = 5_000;
/** Milliseconds before the first try to connect again; doubles up to the longest. */
const shortestPause = 100;
const longestPause = 5_000;

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });

/**
 * Notifications of the database, on a connection of their own. When it breaks, another is made and every listener is told of
 * the gap: PostgreSQL keeps no notification for somebody who is away.
 */
export class Notifications {
  readonly #settings: PostgresSettings;
  readonly #listeners = new Map<string, Set<Listener>>();
  #client: pg.Client | undefined;
  #looking: NodeJS.Timeout | undefined;
  #closed = false;

  private constructor(settings: PostgresSettings) {
    this.#settings = settings;
  }

  /** @throws when the database cannot be reached this first time */
  static async open(settings: PostgresSettings): Promise<Notifications> {
    const notifications = new Notifications(settings);
    await notifications.#connect();
    return notifications;
  }

  async listen(channel: string, listener: Listener): Promise<() => Promise<void>> {
    const listeners = this.#listeners.get(channel) ?? new Set();
    listeners.add(listener);
    this.#listeners.set(channel, listeners);
    // Without a connection, the next one listens to every channel that is asked for by then.
    await this.#client?.query(`listen ${pg.escapeIdentifier(channel)}`);
    return async () => {
      listeners.delete(listener);
    };
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#looking);
    await this.#client?.end();
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({
      ...connectionSettings(this.#settings),
      query_timeout: lookLimit,
    });
    client.on("notification", ({ channel, payload = "" }) => {
      for (const { onPayload } of this.#listeners.get(channel) ?? []) onPayload(payload);
    });
    // Also while it is being connected: what nobody hears of would end the process.
    client.on("error", (error) => this.#lose(client, error));
    try {
      await client.connect();
      for (const channel of this.#listeners.keys())
        await client.query(`listen ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      // Each try would otherwise leave a connection behind.
      client.end().catch(() => {});
      throw error;
    }
    client.on("end", () => this.#lose(client));
    this.#client = client;
    this.#looking = setInterval(() => {
      client.query("select 1").catch((error: Error) => this.#lose(client, error));
    }, lookInterval).unref();
  }

  #lose(client: pg.Client, reason?: Error): void {
    if (this.#client !== client || this.#closed) return;
    this.#client = undefined;
    clearInterval(this.#looking);
    log.warn("database.listener_lost", { reason: reason?.message });
    client.end().catch(() => {});
    void this.#reconnect();
  }

  async #reconnect(): Promise<void> {
    for (let wait = shortestPause; !this.#closed; wait = Math.min(wait * 2, longestPause)) {
      await pause(wait);
      try {
        await this.#connect();
        break;
      } catch (error) {
        log.warn("database.listener_unconnected", {
          reason: error instanceof Error ? error.message : "",
        });
      }
    }
    if (this.#closed) return void this.#client?.end();
    log.info("database.listener_back");
    for (const listeners of this.#listeners.values()) for (const { onGap } of listeners) onGap();
  }
}
