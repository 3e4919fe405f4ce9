import "server-only";
import type { Sentence } from "../../language/sentence.ts";
import { BranchlineError } from "../errors.ts";
import { log } from "../log.ts";
import { say } from "../say.ts";

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

/** The answer to whoever has reached a limit. @param endsIn seconds until it may be tried again */
export function tooMany(limit: string, message: Sentence, endsIn: number): BranchlineError {
  noteReached(limit);
  return new BranchlineError("too_many_requests", message, {
    hint: say("tryAgainIn", endsIn),
    retryAfter: endsIn,
  });
}
