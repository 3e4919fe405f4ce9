import { expect, it } from "vitest";
import { newestFirst } from "./newest-first";

it("puts the latest first, and what has no time last, in its order", () => {
  const entries = [
    { name: "none" },
    { name: "old", time: "2026-01-01" },
    { name: "bad", time: "yesterday" },
    { name: "new", time: "2026-11-01T00:00:00+00:00" },
  ];
  const names = newestFirst(entries, (entry) => entry.time).map((entry) => entry.name);
  expect(names).toEqual(["new", "old", "none", "bad"]);
});
