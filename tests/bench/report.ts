import { compared, type Figure, verdictOf } from "./figures.ts";

/** Three digits that count; whole numbers from a hundred on. */
function shown(value: number): string {
  if (Number.isNaN(value)) return "–";
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString("en");
  return String(Number(value.toPrecision(3)));
}

const signs = { "at most": "≤", "at least": "≥" };

function targetOf({ target, unit, reference }: Figure): string {
  if (!target) return "–";
  const wanted = `${signs[target.bound]} ${shown(target.value)}`;
  switch (target.of) {
    case "ours":
      return `${wanted} ${unit}`;
    case "ratio":
      return `${wanted} × ${reference?.name ?? "reference"}`;
    case "excess":
      return `${reference?.name ?? "reference"} + ${shown(target.value)} ${unit}`;
  }
}

function rowOf(figure: Figure): string {
  const { row, unit, ours, reference, note } = figure;
  const ratio = reference ? shown(ours / reference.value) : "–";
  const cells = [
    note ? `${row} (${note})` : row,
    unit,
    shown(ours),
    reference ? `${shown(reference.value)} (${reference.name})` : "–",
    ratio,
    targetOf(figure),
    { met: "yes", missed: "**no**", none: "" }[verdictOf(figure)],
  ];
  return `| ${cells.join(" | ")} |`;
}

/** All figures as a table in Markdown. */
export function markdownTable(figures: readonly Figure[]): string {
  const head = ["", "unit", "ours", "reference", "ratio", "target", "met"];
  return [
    `| ${head.join(" | ")} |`,
    "| --- | --- | ---: | ---: | ---: | --- | --- |",
    ...figures.map(rowOf),
    "",
  ].join("\n");
}

/** All figures for programs, with what each was held against. */
export function jsonReport(figures: readonly Figure[], machine: Record<string, unknown>): string {
  const rows = figures.map((figure) => ({
    ...figure,
    compared: compared(figure) ?? null,
    verdict: verdictOf(figure),
  }));
  return `${JSON.stringify({ machine, figures: rows }, null, 2)}\n`;
}
