/** One line of the report: what was measured of this app, beside what was measured of a reference in the same run. */
export type Figure = {
  /** What it is, in words that stay the same from run to run. */
  row: string;
  /** Such as `ms`, `µs`, `kB`, `MB`, `elements`. */
  unit: string;
  ours: number;
  reference?: { name: ReferenceName; value: number };
  target?: Target;
  /** How it was measured, where the row does not say. */
  note?: string;
};

export type ReferenceName = "raw proxy" | "minimal Next" | "plain history" | "smallest";

/** Where the figure, its ratio to the reference or its difference from it should lie. */
type Target = {
  bound: "at most" | "at least";
  value: number;
  of: "ours" | "ratio" | "excess";
};

/** What a target is compared with; undefined when it needs a reference and there is none. */
export function compared({ ours, reference, target }: Figure): number | undefined {
  if (!target || target.of === "ours") return ours;
  if (!reference) return undefined;
  return target.of === "ratio" ? ours / reference.value : ours - reference.value;
}

export type Verdict = "met" | "missed" | "none";

/** Whether a figure is where it should be. */
export function verdictOf(figure: Figure): Verdict {
  const value = compared(figure);
  if (!figure.target || value === undefined || Number.isNaN(value)) return "none";
  const { bound, value: wanted } = figure.target;
  return (bound === "at most" ? value <= wanted : value >= wanted) ? "met" : "missed";
}
