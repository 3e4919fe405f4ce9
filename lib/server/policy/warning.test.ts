import { expect, test } from "vitest";
import { german } from "../../language/german";
import { textIn } from "../../language/sentence.ts";
import { deceptionsIn } from "./deceptive-text.ts";
import { storedWarnings, warn } from "./warning.ts";

test("every warning is stored with what is said in German", () => {
  const { warnings, said } = storedWarnings([
    warn("carriesText", "acme/web", "acme/api"),
    ...deceptionsIn({ repo_slug: "\u0430pi", "na\u200bme": 1 }),
  ]);
  expect(warnings).toEqual([
    "This may carry text that was read from acme/web to acme/api.",
    "“repo_slug” has letters that only look like Latin ones: \\u{430}pi.",
    "“the name of na\u200bme” has characters that are not seen. They are written out here.",
  ]);
  const words = german.activity.warnings;
  expect(warnings.map((warning) => said[warning] && textIn(words, said[warning]))).toEqual([
    "Dies trägt möglicherweise Text, der in acme/web gelesen wurde, nach acme/api.",
    "„repo_slug“ enthält Buchstaben, die nur wie lateinische aussehen: \\u{430}pi.",
    "Der Name von „na\u200bme“ enthält unsichtbare Zeichen. Hier sind sie ausgeschrieben.",
  ]);
});
