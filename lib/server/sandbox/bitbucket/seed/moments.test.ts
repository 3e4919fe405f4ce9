import { expect, test } from "vitest";
import { momentsBetween, spreadMoments } from "./moments";

const minute = 60_000;

test.each(["2026-11-22T00:05:00Z", "2026-11-22T12:00:00Z", "2026-03-01T23:59:59Z"])(
  "moments are in order, apart, and in the past of %s",
  (text) => {
    const now = new Date(text);
    const moments = spreadMoments(now, [40, 0], 60, "test").map((moment) => moment.getTime());
    expect(moments).toHaveLength(60);
    for (const [index, moment] of moments.entries()) {
      expect(moment).toBeLessThanOrEqual(now.getTime() - 5 * minute);
      if (index > 0)
        expect(moment - (moments[index - 1] ?? 0)).toBeGreaterThanOrEqual(5 * minute - 1_000);
    }
    expect(moments[0]).toBeLessThan(now.getTime() - 38 * 24 * 60 * minute);
  },
);

test("between two moments, ends excluded", () => {
  expect(momentsBetween("2026-01-01T00:00:00.000Z", "2026-01-01T03:00:00.000Z", 2)).toEqual([
    "2026-01-01T01:00:00.000Z",
    "2026-01-01T02:00:00.000Z",
  ]);
  expect(momentsBetween("2026-01-01T00:00:00.000Z", "2026-01-02T00:00:00.000Z", 0)).toEqual([]);
});
