import { parseTime } from "../parts/time";

/** The entries by their time, the latest first; those without one come last, in their order. */
export function newestFirst<Entry>(
  entries: readonly Entry[],
  timeOf: (entry: Entry) => string | undefined,
): Entry[] {
  const time = (entry: Entry) => parseTime(timeOf(entry)) ?? Number.NEGATIVE_INFINITY;
  // Compared, because the difference of two infinities is no number.
  return [...entries].sort((left, right) =>
    time(left) === time(right) ? 0 : time(left) < time(right) ? 1 : -1,
  );
}
