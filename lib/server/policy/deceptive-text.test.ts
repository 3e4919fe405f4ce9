import { expect, test } from "vitest";
import { deceptionsIn } from "./deceptive-text.ts";

test.each<[string, Record<string, unknown>, string[]]>([
  ["plain", { workspace: "acme", title: "Zürich – Ошибка в API 👩‍💻", count: 1, none: null }, []],
  [
    "a hidden character",
    { title: "fix\u202Etxt" },
    ["“title” has characters that are not seen. They are written out here."],
  ],
  [
    "a name with one foreign letter",
    { repo_slug: "\u0430pi" },
    ["“repo_slug” has letters that only look like Latin ones: \\u{430}pi."],
  ],
  [
    "a name of foreign letters only",
    { repo_slug: "\u0430\u0441\u0435" },
    ["“repo_slug” has letters that only look like Latin ones: \\u{430}\\u{441}\\u{435}."],
  ],
  [
    "something deep inside",
    { files: [{ path: "a\u200Bb" }] },
    ["“files.0.path” has characters that are not seen. They are written out here."],
  ],
  [
    "the name of a field",
    { "repo\u200B_slug": "api" },
    ["“the name of repo\u200B_slug” has characters that are not seen. They are written out here."],
  ],
])("%s", (_name, input, expected) => {
  expect(deceptionsIn(input).map(({ english }) => english)).toEqual(expected);
});
