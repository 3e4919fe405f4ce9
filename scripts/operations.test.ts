import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { errorCodes } from "@/lib/server/errors";
import { documentedIn } from "./settings";

test("the page for operators says something of every error code", () => {
  const page = readFileSync(documentedIn, "utf8");
  expect(errorCodes.filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
});
