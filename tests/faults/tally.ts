import type { Audit } from "./audit";

const columns: readonly [keyof Audit, string][] = [
  ["kills", "kills"],
  ["changesSent", "changes sent"],
  ["changesMade", "made"],
  ["changesRunTwice", "run twice"],
  ["changesUnrecorded", "unrecorded"],
  ["changesSentTwice", "sent twice"],
  ["changesOnlyClaimed", "only claimed"],
  ["messagesLost", "messages lost"],
];

function sum(rows: readonly Audit[]): number[] {
  return columns.map(([name]) => rows.reduce((total, row) => total + row[name], 0));
}

/** Adds up audits, and prints them as one table with a line for each name. */
export class Tally {
  readonly #title: string;
  readonly #audits = new Map<string, Audit[]>();

  constructor(title: string) {
    this.#title = title;
  }

  add(name: string, audit: Audit): void {
    this.#audits.set(name, [...(this.#audits.get(name) ?? []), audit]);
  }

  print(): void {
    const lines: (string | number)[][] = [
      [this.#title, ...columns.map(([, title]) => title)],
      ...[...this.#audits].map(([name, rows]) => [name, ...sum(rows)]),
      ["all together", ...sum([...this.#audits.values()].flat())],
    ];
    const widths = lines[0]?.map((_, column) =>
      Math.max(...lines.map((line) => String(line[column]).length)),
    );
    const print = (cell: string | number, column: number) =>
      typeof cell === "number"
        ? String(cell).padStart(widths?.[column] ?? 0)
        : cell.padEnd(widths?.[column] ?? 0);
    console.log(lines.map((line) => line.map(print).join("  ")).join("\n"));
  }
}
