import type { DayUsage } from "@/lib/server/usage/read-usage";
import { totalOf } from "@/lib/shared/usage-format";

const dayLength = 24 * 60 * 60 * 1_000;
/** Models that have a colour of their own; the others share one. */
const colouredModels = 4;

/** The days up to now, in UTC, the earliest first. @param now in milliseconds */
export function daysUntil(now: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    new Date(now - (count - 1 - index) * dayLength).toISOString().slice(0, 10),
  );
}

/** The models of some days, those that used the most first. */
export function modelsOf(usage: readonly DayUsage[]): string[] {
  const totals = new Map<string, number>();
  for (const row of usage) totals.set(row.model, (totals.get(row.model) ?? 0) + totalOf(row));
  return [...totals]
    .sort(([one, left], [other, right]) => right - left || one.localeCompare(other))
    .map(([model]) => model);
}

/** The next of 1, 2, 5, 10, 20 … that is not below a number: the top of a scale. */
export function topOfScale(highest: number): number {
  if (highest <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(highest));
  const step = [1, 2, 5, 10].find((factor) => factor * power >= highest) ?? 10;
  return step * power;
}

/** A piece of a day's bar, in tokens: it goes from `from` up to `to`. `series` numbers the colours from 0. */
export type Piece = { model: string; series: number; from: number; to: number };

/** The bar of a day, its pieces upwards in the order of the models. */
export function barOf(usage: readonly DayUsage[], day: string, models: readonly string[]): Piece[] {
  let from = 0;
  return models.flatMap((model, index) => {
    const row = usage.find((one) => one.day === day && one.model === model);
    if (!row || totalOf(row) === 0) return [];
    const to = from + totalOf(row);
    const piece = { model, series: Math.min(index, colouredModels), from, to };
    from = to;
    return [piece];
  });
}
