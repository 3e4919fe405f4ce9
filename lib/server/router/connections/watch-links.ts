import "server-only";
import { checkAllLinks } from "./check-links.ts";
import type { LinkRow } from "./links.ts";

/** Milliseconds between two looks at somebody's links: at first, and at most. Each pause is twice the one before. */
const firstPause = 3_000;
const longestPause = 30_000;

type Watched = { links: string; pause: number; due: number };

const nameOf = ({ accountId, status, activeSince }: LinkRow) =>
  [accountId, status, activeSince?.getTime()].join(" ");

/** How long nobody has seen anything new about a user's links, and when to look again. */
export class LinkWatch {
  readonly #watched = new Map<string, Watched>();

  /** Whether to ask the router about these links now. Links that moved since the last look are news. */
  isDue(userId: string, rows: readonly LinkRow[], now: number): boolean {
    const links = rows.map(nameOf).join();
    const before = this.#watched.get(userId);
    const known = before?.links === links ? before : undefined;
    if (known && known.due > now) return false;
    const pause = known ? Math.min(longestPause, known.pause * 2) : firstPause;
    this.#watched.set(userId, { links, pause, due: now + pause });
    return true;
  }

  /** Forgets whoever was not due for longer than any pause: they have no links any more. */
  forgetOthers(now: number): void {
    for (const [userId, { due }] of this.#watched)
      if (due + longestPause < now) this.#watched.delete(userId);
  }
}

/** Looks after everybody's links, ever less often while nothing happens to them. Without links, the router is not asked. */
export function watchLinks(): () => Promise<void> {
  const watch = new LinkWatch();
  return async () => {
    const now = performance.now();
    await checkAllLinks((userId, links) => watch.isDue(userId, links, now));
    watch.forgetOthers(now);
  };
}
