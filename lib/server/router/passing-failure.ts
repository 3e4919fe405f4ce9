import "server-only";

/** The longest wait a server may ask for before it is asked again without a word, in milliseconds. */
const patience = 5_000;
/** Statuses that a later try may not meet again, though the request itself may have been carried out. */
const passingStatuses = new Set([429, 502, 503, 504]);

/** Milliseconds before something harmless is sent again, not the same for everybody whom a fault met. */
export const shortPause = () => 300 + Math.random() * 300;

/**
 * How long to wait, in milliseconds, before something harmless is asked again that failed in passing.
 *
 * @param status of the answer
 * @param retryAfter what the server asked for, in milliseconds
 * @returns undefined when asking again at once would not help
 */
export function pauseBeforeRepeat(
  status: number,
  retryAfter: number | undefined,
): number | undefined {
  if (!passingStatuses.has(status)) return undefined;
  if (retryAfter !== undefined) return retryAfter <= patience ? retryAfter : undefined;
  return shortPause();
}
