import { afterAll, expect } from "vitest";
import { reportRow } from "./report";

/** Counts what a test file tries against one row of the security bar, and reports it when the file has ended. */
export function countCases(row: number, title: string) {
  const counted = { row, title, cases: 0, gotThrough: 0 };
  afterAll(() => reportRow(counted));
  const count = (cases: number, gotThrough: number) => {
    counted.cases += cases;
    counted.gotThrough += gotThrough;
  };
  return {
    /** Cases that are asserted elsewhere. */
    count,
    /** One case, which got through when it was not safe; `what` says what happened. */
    expectSafe(safe: boolean, what: string): void {
      count(1, safe ? 0 : 1);
      expect(safe, what).toBe(true);
    },
  };
}
