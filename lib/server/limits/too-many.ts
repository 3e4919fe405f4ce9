import "server-only";
import { BranchlineError } from "../errors.ts";
import { log } from "../log.ts";

/** Milliseconds between two lines in the log about one limit: whoever is refused may come a thousand times a second. */
const logInterval = 1_000;
const loggedAt = new Map<string, number>();

/** Notes that a limit was reached, not by whom. */
export function noteReached(limit: string): void {
  const now = performance.now();
  if (now - (loggedAt.get(limit) ?? Number.NEGATIVE_INFINITY) < logInterval) return;
  loggedAt.set(limit, now);
  log.warn("limit.reached", { limit });
}

function inWords(seconds: number): string {
  if (seconds < 90) return `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 120 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
}

/** The answer to whoever has reached a limit. @param endsIn seconds until it may be tried again */
export function tooMany(limit: string, message: string, endsIn: number): BranchlineError {
  noteReached(limit);
  return new BranchlineError("too_many_requests", message, {
    hint: `Try again in ${inWords(endsIn)}.`,
    retryAfter: endsIn,
  });
}
