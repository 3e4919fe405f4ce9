import { seedFraction } from "./identifiers";

const minute = 60_000;
const day = 24 * 60 * minute;

/** A moment some days before another, ISO 8601. */
export function daysBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * day).toISOString();
}

/**
 * Spreads a number of moments over a span of days before `now`: in order, at least five minutes apart, at
 * working hours, none of them later than five minutes ago.
 */
export function spreadMoments(
  now: Date,
  [first, last]: readonly [number, number],
  count: number,
  name: string,
): Date[] {
  const latest = now.getTime() - 5 * minute;
  const step = count > 1 ? (first - last) / (count - 1) : 0;
  const moments = Array.from({ length: count }, (_, index) => {
    const moment = now.getTime() - (first - index * step) * day;
    const hours = 8 + 10 * seedFraction(`${name} ${index}`);
    return Math.floor(moment / day) * day + hours * 60 * minute;
  }).sort((left, right) => left - right);
  for (let index = count - 1, limit = latest; index >= 0; index -= 1) {
    const moment = Math.min(moments[index] ?? limit, limit);
    moments[index] = moment;
    limit = moment - 5 * minute;
  }
  return moments.map((moment) => new Date(Math.floor(moment / 1_000) * 1_000));
}

/** Moments evenly between two others, ends excluded. */
export function momentsBetween(start: string, end: string, count: number): string[] {
  const from = Date.parse(start);
  const length = Date.parse(end) - from;
  return Array.from({ length: count }, (_, index) =>
    new Date(from + (length * (index + 1)) / (count + 1)).toISOString(),
  );
}
