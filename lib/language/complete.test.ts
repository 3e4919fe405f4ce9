import { describe, expect, it } from "vitest";
import { english } from "./english";
import { german } from "./german";

/** What is the same word in both languages, or a name. */
const same = new Set([
  "Chat",
  "Chats",
  "Diff",
  "Link",
  "Links",
  "Merge",
  "Name",
  "Text",
  "Toolkits",
]);

const hasWords = /\p{L}/u;

/** Every text of a dictionary by its path; a function counts as what it is. */
function entries(value: object, path = ""): [path: string, text: unknown][] {
  return Object.entries(value).flatMap(([key, entry]): [string, unknown][] => {
    const here = path === "" ? key : `${path}.${key}`;
    return typeof entry === "object" && entry !== null ? entries(entry, here) : [[here, entry]];
  });
}

const inGerman = new Map(entries(german));

describe("the German dictionary", () => {
  it("has the entries of the English one, and no others", () => {
    expect([...inGerman.keys()].sort()).toEqual(
      entries(english)
        .map(([path]) => path)
        .sort(),
    );
  });

  it.each(entries(english))("%s is said in German", (path, text) => {
    const translated = inGerman.get(path);
    expect(typeof translated).toBe(typeof text);
    if (typeof text !== "string") return;
    expect(translated).not.toBe("");
    if (!same.has(text) && hasWords.test(text)) expect(translated).not.toBe(text);
  });
});
