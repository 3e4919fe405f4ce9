import type { ReactNode } from "react";

type TableProps = {
  /** For who cannot see it. */
  caption: string;
  headings: readonly string[];
  /** Its rows. */
  children: ReactNode;
};

/** A table in a frame; on a phone its headings are out of sight, and its rows are blocks. */
export function Table({ caption, headings, children }: TableProps) {
  return (
    <div className="overflow-x-auto rounded-xl border border-border bg-surface">
      <table className="w-full text-left text-sm max-md:block">
        <caption className="sr-only">{caption}</caption>
        <thead className="max-md:sr-only">
          <tr>
            {headings.map((heading) => (
              <th
                key={heading}
                scope="col"
                className="px-3 py-2 font-medium text-muted-foreground text-xs"
              >
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-md:block max-md:[&>tr:first-child]:border-t-0">{children}</tbody>
      </table>
    </div>
  );
}
