import type { ReactNode } from "react";
import { requestLanguage, requestWords } from "@/lib/server/language";
import type { UsageSum } from "@/lib/server/usage/read-usage";
import { formatCost } from "@/lib/shared/usage-format";

// Wider than a phone, and without a mouse only what has the focus can be scrolled.
const reachable = { tabIndex: 0 };

const numeric = "px-3 py-2 max-md:px-2 text-right tabular-nums whitespace-nowrap";

/** A row: what it is about, in as many cells as there are headings for it, and what was used. */
export type UsageRow = { key: string; about: readonly ReactNode[]; used: UsageSum };

/** Tokens and, where there are prices, costs. */
export async function UsageTable({
  caption,
  headings,
  rows,
  priced,
}: {
  caption: string;
  /** Of what a row is about. */
  headings: readonly string[];
  rows: readonly UsageRow[];
  priced: boolean;
}) {
  const { columns } = (await requestWords()).usage;
  const language = await requestLanguage();
  const { read, cached, written, cost } = columns;
  const counted = [read, cached, written, ...(priced ? [cost] : [])];
  const format = (tokens: number) => tokens.toLocaleString(language);
  return (
    <section
      {...reachable}
      aria-label={caption}
      className="overflow-x-auto rounded-xl border border-border bg-surface -outline-offset-2"
    >
      <table className="w-full text-left text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead className="text-muted-foreground text-xs">
          <tr>
            {headings.map((heading) => (
              <th key={heading} scope="col" className="px-3 py-2 max-md:px-2 font-medium">
                {heading}
              </th>
            ))}
            {counted.map((heading) => (
              <th key={heading} scope="col" className={`${numeric} font-medium`}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, about, used }) => (
            <tr key={key} className="border-border border-t">
              {about.map((cell, index) => (
                <td key={headings[index]} className="wrap-anywhere min-w-16 px-3 py-2 max-md:px-2">
                  {cell}
                </td>
              ))}
              <td className={numeric}>{format(used.input)}</td>
              <td className={numeric}>{format(used.cachedInput)}</td>
              <td className={numeric}>{format(used.output)}</td>
              {priced ? (
                <td className={numeric}>
                  {used.cost === null ? "–" : formatCost(used.cost, language)}
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
