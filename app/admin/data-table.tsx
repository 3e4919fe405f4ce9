import type { ReactNode } from "react";
import { Table } from "@/components/ui/table";

export type DataRow = { key: string; slot: string; cells: readonly ReactNode[] };

/**
 * A table; on a phone, where its rows are blocks, each cell but the first says what it is.
 *
 * @param plain the heading of cells that need not
 */
export function DataTable({
  caption,
  headings,
  plain,
  rows,
}: {
  caption: string;
  headings: readonly string[];
  plain?: string;
  rows: readonly DataRow[];
}) {
  return (
    <Table caption={caption} headings={headings}>
      {rows.map(({ key, slot, cells }) => (
        <tr
          key={key}
          data-slot={slot}
          className="border-border border-t align-top max-md:grid max-md:gap-1 max-md:px-4 max-md:py-3"
        >
          {cells.map((cell, index) => (
            <td
              key={headings[index]}
              className="wrap-anywhere max-md:block max-md:empty:hidden md:px-3 md:py-3"
            >
              {index > 0 && cell !== null && headings[index] !== plain ? (
                <span className="text-muted-foreground md:hidden">{headings[index]}: </span>
              ) : null}
              {cell}
            </td>
          ))}
        </tr>
      ))}
    </Table>
  );
}
