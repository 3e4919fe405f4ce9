import "server-only";
import { APICallError } from "ai";
import type { Sentence } from "../../language/sentence.ts";
import { BranchlineError, type ErrorCode } from "../errors.ts";
import { retryAfter } from "../http/retry-after.ts";
import { say } from "../say.ts";

/** How often a model is asked again after the first time. */
const retryLimit = 3;
/** Milliseconds that a provider may ask to be left alone for; past that, the person is told when to come back. */
const longestWait = 60_000;

/** Failures that may pass. A request that was refused for what it is would be refused again. */
const transient: ReadonlySet<ErrorCode> = new Set([
  "model_busy",
  "model_unavailable",
  "model_unreachable",
  "model_unreadable",
]);

/** Milliseconds a provider asked to be left alone for, by its `retry-after-ms` or `retry-after`. */
export function waitAskedFor(
  headers: Record<string, string> | undefined,
  now: number,
): number | undefined {
  const milliseconds = Number(headers?.["retry-after-ms"] ?? Number.NaN);
  if (Number.isFinite(milliseconds)) return Math.max(0, milliseconds);
  return retryAfter(headers?.["retry-after"], now);
}

function whenToComeBack(wait: number, now: number): Sentence {
  if (wait < 90_000) return say("tryAgainInSeconds", Math.ceil(wait / 1_000));
  // A date that no calendar has would throw; a century is as good as any.
  const moment = new Date(now + Math.min(wait, 3_155_760_000_000)).toISOString();
  const minutes = Math.ceil(wait / 60_000);
  return minutes < 120 ? say("tryAgainInMinutes", minutes, moment) : say("tryAgainAfter", moment);
}

/** What becomes of a failed attempt: asked again in so many milliseconds, or an error for the person. */
type Consequence = { kind: "again"; wait: number } | { kind: "fail"; error: BranchlineError };

/**
 * Exponential waits with full jitter, never shorter than the provider asked for.
 *
 * @param failures attempts that failed so far, this one included
 * @param delay milliseconds the first wait takes at most
 * @param random a number in [0, 1)
 */
export function afterFailure(
  error: BranchlineError,
  {
    failures,
    delay,
    random,
    now,
  }: { failures: number; delay: number; random: number; now: number },
): Consequence {
  if (!transient.has(error.code)) return { kind: "fail", error };
  const headers = APICallError.isInstance(error.cause) ? error.cause.responseHeaders : undefined;
  const asked = waitAskedFor(headers, now);
  if (failures <= retryLimit && (asked ?? 0) <= longestWait) {
    const jitter = random * delay;
    const wait = asked === undefined ? jitter * 2 ** (failures - 1) : asked + jitter;
    return { kind: "again", wait };
  }
  if (asked === undefined) return { kind: "fail", error };
  const { code, said, cause } = error;
  const hint = whenToComeBack(asked, now);
  return { kind: "fail", error: new BranchlineError(code, said.message, { hint, cause }) };
}
