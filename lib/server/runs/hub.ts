import "server-only";

/** A stored row of the log: `count` chunks from number `sequence` on, one JSON document a line. */
export type LogRow = { sequence: number; count: number; data: string };

/** Rows kept for a reader that is slower than the run; past that it reads from the database again. */
const backlogLimit = 64;

/** One reader's view of what is new in a run's log. */
export class Subscription {
  #backlog: LogRow[] = [];
  #mustLook = false;
  #changed = Promise.withResolvers<void>();

  /** Rows may be missing: the reader notices by their numbers and asks the database. No rows at all say: look there. */
  push(rows: readonly LogRow[]): void {
    if (rows.length === 0) this.#mustLook = true;
    this.#backlog.push(...rows);
    if (this.#backlog.length > backlogLimit)
      this.#backlog.splice(0, this.#backlog.length - backlogLimit);
    this.#changed.resolve();
  }

  /** What came since the last call, and whether the database has to be asked as well. */
  take(): { rows: LogRow[]; mustLook: boolean } {
    const taken = { rows: this.#backlog.splice(0), mustLook: this.#mustLook };
    this.#mustLook = false;
    this.#changed = Promise.withResolvers();
    return taken;
  }

  /** Resolves when there may be something new since the last {@link take}. */
  changed(): Promise<void> {
    return this.#changed.promise;
  }
}

const hubKey = Symbol.for("branchline.log-hub");
const holder = globalThis as { [hubKey]?: Map<string, Set<Subscription>> };
const subscribers = () => {
  holder[hubKey] ??= new Map();
  return holder[hubKey];
};

/** Hands rows that are stored to this process's readers of a run. Without rows, readers ask the database. */
export function publish(runId: string, rows: readonly LogRow[]): void {
  for (const subscription of subscribers().get(runId) ?? []) subscription.push(rows);
}

/** Every reader of this process asks the database: word of what is new may have been missed. */
export function lookAll(): void {
  for (const runId of subscribers().keys()) publish(runId, []);
}

export function subscribe(runId: string): { subscription: Subscription; unsubscribe: () => void } {
  const subscription = new Subscription();
  const set = subscribers().get(runId) ?? new Set();
  subscribers().set(runId, set.add(subscription));
  return {
    subscription,
    unsubscribe() {
      set.delete(subscription);
      if (set.size === 0) subscribers().delete(runId);
    },
  };
}
