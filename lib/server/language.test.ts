import { expect, test } from "vitest";
import { chooseLanguage } from "./language";

test.each([
  [undefined, "de-DE,de;q=0.9,en;q=0.8", "de"],
  [undefined, "fr,de-AT;q=0.7,en;q=0.6", "de"],
  [undefined, "en-GB,de;q=0.5", "en"],
  [undefined, "fr", "en"],
  [undefined, "*", "en"],
  [undefined, "", "en"],
  [undefined, null, "en"],
  [undefined, ";;q=,\u0000", "en"],
  ["de", "en", "de"],
  ["en", "de", "en"],
  ["xx", "de", "de"],
] as const)("choice %s, wishes %s: %s", (choice, wishes, language) => {
  expect(chooseLanguage(choice, wishes)).toBe(language);
});
