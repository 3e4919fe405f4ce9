const firstDelay = 500;
const longestDelay = 15_000;

/** Milliseconds to wait before the given retry, counted from 0; doubled each time up to 15 s, with a fifth of jitter. */
export function retryDelay(attempt: number, random: () => number = Math.random): number {
  const delay = Math.min(firstDelay * 2 ** attempt, longestDelay);
  return Math.round(delay * (0.9 + random() * 0.2));
}

/** Waits before the given retry; the network coming back or the person looking again ends the wait. Never rejects. */
export function waitToRetry(attempt: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", finish);
      globalThis.removeEventListener?.("online", finish);
      globalThis.removeEventListener?.("focus", finish);
      resolve();
    };
    const timer = setTimeout(finish, retryDelay(attempt));
    signal.addEventListener("abort", finish);
    globalThis.addEventListener?.("online", finish);
    globalThis.addEventListener?.("focus", finish);
    if (signal.aborted) finish();
  });
}

/** How a caller waits between two tries. */
export type Wait = typeof waitToRetry;
