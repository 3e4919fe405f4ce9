import { expect, it } from "vitest";
import { humanizeKey } from "./humanize-key";

it.each([
  ["close_source_branch", "Close source branch"],
  ["closeSourceBranch", "Close source branch"],
  ["q", "Q"],
  ["__", "__"],
  ["", ""],
])("%j reads %j", (key, expected) => {
  expect(humanizeKey(key)).toBe(expected);
});
