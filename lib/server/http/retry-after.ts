import "server-only";

/**
 * The wait a `Retry-After` header asks for, in milliseconds: it carries seconds or a date.
 *
 * @returns undefined when it is absent or says neither
 */
export function retryAfter(value: string | null | undefined, now = Date.now()): number | undefined {
  const text = value?.trim();
  if (!text) return undefined;
  const seconds = Number(text);
  const wait = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(text) - now;
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}
