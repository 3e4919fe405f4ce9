import "server-only";

type Window = { used: number; endsAt: number };

/** Keys that are kept apart at most; with more than these at once, a new one is refused. */
const mostKeys = 100_000;

/**
 * Counts uses in this process alone, for what costs too little to be worth a row: reading. Windows are measured by a clock that
 * nobody can set back.
 */
export class LocalWindows {
  readonly #windows = new Map<string, Window>();

  /** Counts one use. @returns seconds until the next is allowed, or null when this one is */
  countUse(key: string, most: number, seconds: number, now = performance.now()): number | null {
    const open = this.#windows.get(key);
    if (!open || open.endsAt <= now) return this.#begin(key, now + seconds * 1_000, now);
    open.used += 1;
    return open.used > most ? Math.ceil((open.endsAt - now) / 1_000) : null;
  }

  #begin(key: string, endsAt: number, now: number): number | null {
    // Ordered by when they began, and windows that are alike end in that order.
    this.#windows.delete(key);
    for (const [oldest, { endsAt: end }] of this.#windows) {
      if (end > now) break;
      this.#windows.delete(oldest);
    }
    if (this.#windows.size >= mostKeys) return Math.ceil((endsAt - now) / 1_000);
    this.#windows.set(key, { used: 1, endsAt });
    return null;
  }
}
