import "server-only";

/** The longest wait a server may ask for before it is asked again without a word, in milliseconds. */
const patience = 5_000;
/** Statuses that a later try may not meet again, though the request itself may have been carried out. */
const passingStatuses = new Set([429, 502, 503, 504]);

/** The wait a `Retry-After` asks for in milliseconds: it carries seconds or a date. */
export function retryAfterOf(headers: Headers): number | undefined {
  const value = headers.get("retry-after");
  if (!value) return undefined;
  const seconds = Number(value);
  const wait = Number.isNaN(seconds) ? Date.parse(value) - Date.now() : seconds * 1_000;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

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
