import { requestLanguage, requestWords } from "@/lib/server/language";
import type { DayUsage } from "@/lib/server/usage/read-usage";
import { totalOf } from "@/lib/shared/usage-format";
import { barOf, modelsOf, topOfScale } from "./chart-days";
import { formatDay } from "./format-day";

const height = 160;
const slot = 24;
const barWidth = 16;
const fills = [
  "fill-accent",
  "fill-warning",
  "fill-success",
  "fill-danger",
  "fill-muted-foreground",
];
const swatches = ["bg-accent", "bg-warning", "bg-success", "bg-danger", "bg-muted-foreground"];

async function Legend({ models }: { models: readonly string[] }) {
  const words = (await requestWords()).usage;
  return (
    <ul aria-label={words.models} className="flex flex-wrap gap-x-4 gap-y-1 text-xs">
      {models.map((model, index) => (
        <li key={model} className="flex items-center gap-1.5">
          <span
            aria-hidden
            className={`size-2.5 rounded-xs forced-colors:border ${swatches[index] ?? swatches.at(-1)}`}
          />
          {model}
        </li>
      ))}
    </ul>
  );
}

/** Tokens of each day as bars, one colour a model. The table beside it says the same. */
export async function UsageChart({
  days,
  usage,
}: {
  days: readonly string[];
  usage: readonly DayUsage[];
}) {
  const words = (await requestWords()).usage;
  const language = await requestLanguage();
  const models = modelsOf(usage);
  const totals = days.map((day) =>
    usage.filter((row) => row.day === day).reduce((sum, row) => sum + totalOf(row), 0),
  );
  const top = topOfScale(Math.max(...totals));
  const scale = (tokens: number) => (tokens / top) * height;
  const [first = "", last = ""] = [days.at(0), days.at(-1)];
  return (
    <figure className="grid gap-3 rounded-xl border border-border bg-surface p-4">
      <Legend models={models} />
      <div>
        <p className="pb-1 text-2xs text-muted-foreground">{words.tokens(top)}</p>
        <svg
          role="img"
          aria-label={words.chart(formatDay(first, language), formatDay(last, language))}
          viewBox={`0 0 ${days.length * slot} ${height}`}
          preserveAspectRatio="none"
          className="block h-40 w-full border-border border-y"
        >
          {days.map((day, index) => (
            <g key={day} data-slot="bar" data-day={day}>
              {barOf(usage, day, models).map(({ model, series, from, to }) => (
                <rect
                  key={model}
                  x={index * slot + (slot - barWidth) / 2}
                  y={height - scale(to)}
                  width={barWidth}
                  height={scale(to - from)}
                  className={`${fills[series]} stroke-surface`}
                  vectorEffect="non-scaling-stroke"
                >
                  <title>{`${formatDay(day, language)}, ${model}: ${words.tokens(to - from)}`}</title>
                </rect>
              ))}
            </g>
          ))}
        </svg>
        <p aria-hidden className="flex justify-between pt-1 text-2xs text-muted-foreground">
          <span>{formatDay(first, language)}</span>
          <span>{formatDay(last, language)}</span>
        </p>
      </div>
    </figure>
  );
}
