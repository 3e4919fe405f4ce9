import "server-only";

/** A stored row of the log: `count` chunks from number `sequence` on, a line each. */
export type LogRow = { sequence: number; count: number; data: string };

/** Rows kept for a reader that is slower than the run; past that it reads from the database again. */
const backlogLimit = 64;

/** One reader's view of what is new in a run's log. */
export class Subscription {
  /** Number of the chunk that its reader takes next. */
  next: number;
  #rows: LogRow[] = [];
  #mustLook = false;
  #over = false;
  #changed = Promise.withResolvers<void>();

  constructor(next: number) {
    this.next = next;
  }

  /** Rows may be missing: the reader notices by their numbers and asks the database. No rows at all say: look there. */
  push(rows: readonly LogRow[]): void {
    if (rows.length === 0) this.#mustLook = true;
    this.#rows = [...this.#rows, ...rows].slice(-backlogLimit);
    this.#changed.resolve();
  }

  /** What is left of a log that is about to go from the database. */
  keep(rest: readonly LogRow[]): void {
    this.#rows = [...this.#rows, ...rest].toSorted((one, other) => one.sequence - other.sequence);
  }

  /** Nothing more will come. */
  end(): void {
    this.#over = true;
    this.#changed.resolve();
  }

  /** The rows that the reader goes on with, without a gap before or between them. */
  #ahead(): LogRow[] {
    let reached = this.next;
    const ahead: LogRow[] = [];
    for (const row of this.#rows) {
      if (row.sequence > reached) break;
      if (row.sequence + row.count <= reached) continue;
      ahead.push(row);
      reached = row.sequence + row.count;
    }
    return ahead;
  }

  /** Number of the first chunk that the reader would have to ask the database for. */
  reach(): number {
    const last = this.#ahead().at(-1);
    return last ? last.sequence + last.count : this.next;
  }

  /**
   * What to go on with.
   *
   * @returns `mustLook` when the database has more to say, `over` when nothing will come after these rows
   */
  look(): { rows: LogRow[]; mustLook: boolean; over: boolean } {
    this.#rows = this.#rows.filter(({ sequence, count }) => sequence + count > this.next);
    const rows = this.#ahead();
    const mustLook = this.#mustLook || (rows.length === 0 && this.#rows.length > 0);
    this.#mustLook = false;
    this.#changed = Promise.withResolvers();
    return { rows, mustLook, over: this.#over };
  }

  /** Resolves when there may be something new since the last {@link look}. */
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

/** Number of the first chunk that some reader of this process still needs from the database; null without readers. */
export function leastReach(runId: string): number | null {
  const reaches = [...(subscribers().get(runId) ?? [])].map((reader) => reader.reach());
  return reaches.length === 0 ? null : Math.min(...reaches);
}

/** Hands this process's readers what is left of a run's log, before it goes. */
export function keepRest(runId: string, rest: readonly LogRow[]): void {
  for (const subscription of subscribers().get(runId) ?? []) subscription.keep(rest);
}

/** Tells this process's readers that a run has ended. */
export function publishEnd(runId: string): void {
  for (const subscription of subscribers().get(runId) ?? []) subscription.end();
}

/** Every reader of this process asks the database: word of what is new may have been missed. */
export function lookAll(): void {
  for (const runId of subscribers().keys()) publish(runId, []);
}

/** @param next number of the chunk that the reader takes first */
export function subscribe(
  runId: string,
  next: number,
): { subscription: Subscription; unsubscribe: () => void } {
  const subscription = new Subscription(next);
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
