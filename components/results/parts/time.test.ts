import { describe, expect, it } from "vitest";
import { formatDuration, formatRelativeTime, parseTime } from "./time";

const now = Date.parse("2026-11-22T12:00:00Z");

describe("formatRelativeTime", () => {
  it.each([
    ["2026-11-22T11:59:31Z", "just now"],
    ["2026-11-22T11:57:00Z", "3 minutes ago"],
    ["2026-11-22T09:00:00Z", "3 hours ago"],
    ["2026-11-21T11:00:00Z", "yesterday"],
    ["2026-11-08T12:00:00Z", "2 weeks ago"],
    ["2026-08-20T12:00:00Z", "3 months ago"],
    ["2024-11-01T12:00:00Z", "2 years ago"],
    ["2026-11-22T12:09:30Z", "in 9 minutes"],
  ])("%s is %s", (time, expected) => {
    expect(formatRelativeTime(Date.parse(time), now, "en", "just now")).toBe(expected);
  });
});

describe("formatDuration", () => {
  it.each([
    [-500, "0.0 s"],
    [412, "0.4 s"],
    [3_400, "3.4 s"],
    [9_960, "10 s"],
    [42_400, "42 s"],
    [59_700, "1 min 0 s"],
    [65_000, "1 min 5 s"],
    [7_800_000, "2 h 10 min"],
  ])("%d ms is %s", (milliseconds, expected) => {
    expect(formatDuration(milliseconds, "en")).toBe(expected);
  });
});

describe("parseTime", () => {
  it("reads Bitbucket's microseconds", () => {
    expect(parseTime("2026-11-20T09:15:30.123456+00:00")).toBe(
      Date.parse("2026-11-20T09:15:30.123Z"),
    );
  });

  it.each([undefined, "", "soon"])("has nothing for %s", (text) => {
    expect(parseTime(text)).toBeUndefined();
  });
});

it("tells times as the language does", () => {
  const time = Date.parse("2026-11-22T09:00:00Z");
  expect(formatRelativeTime(time, now, "de", "gerade eben")).toBe("vor 3 Stunden");
  expect(formatRelativeTime(now, now, "de", "gerade eben")).toBe("gerade eben");
  expect(formatDuration(3_400, "de")).toBe("3,4 s");
});
