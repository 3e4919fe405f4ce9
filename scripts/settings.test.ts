import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { settingsByTopic } from "@/lib/server/settings/settings";
import { documentedIn, withSettings } from "./settings";

test("every setting says what it does, and the page for operators says it as the schema does", () => {
  const undescribed = Object.values(settingsByTopic).flatMap((settings) =>
    Object.entries(settings).filter(([, field]) => !field.description),
  );
  expect(undescribed).toEqual([]);
  const page = readFileSync(documentedIn, "utf8");
  expect(page, "run `npm run settings`").toBe(withSettings(page));
});

test("a page without a place for them is refused", () => {
  expect(() => withSettings("# Running Branchline")).toThrow(/no place/);
});
