import { appendFileSync, mkdirSync } from "node:fs";

/** Where the rows are noted while the tests run; `scripts/test.mjs` prints them as a table. */
const file = "test-results/security.jsonl";

/** What was tried against one row of the security bar. */
export type SecurityRow = {
  /** The row's number in docs/security-bar.md. */
  row: number;
  title: string;
  /** How many cases were tried. */
  cases: number;
  /** How many of them did what must not happen. */
  gotThrough: number;
};

/** Notes what was tried, for the table at the end of the test run. */
export function reportRow(row: SecurityRow): void {
  mkdirSync("test-results", { recursive: true });
  appendFileSync(file, `${JSON.stringify(row)}\n`);
}
