import { describe, expect, it, test } from "vitest";
import {
  hasHiddenCharacters,
  posesAsLatin,
  removeHiddenCharacters,
  revealHiddenCharacters,
  spellOut,
  splitHiddenCharacters,
} from "./hidden-characters";

describe("revealHiddenCharacters", () => {
  it.each([
    ["a bidirectional override", "safe\u202Etxt.exe", "safe\\u{202E}txt.exe"],
    ["an isolate", "a\u2066b\u2069c", "a\\u{2066}b\\u{2069}c"],
    ["a zero-width space", "ma\u200Bin", "ma\\u{200B}in"],
    ["a zero-width joiner between letters", "ma\u200Din", "ma\\u{200D}in"],
    ["a soft hyphen", "ma\u00ADin", "ma\\u{AD}in"],
    ["a byte order mark", "\uFEFFmain", "\\u{FEFF}main"],
    ["an escape sequence", "\u001b[31mred", "\\u{1B}[31mred"],
    ["a null", "a\u0000b", "a\\u{0}b"],
    ["a lone carriage return", "shown\rhidden", "shown\\u{D}hidden"],
    ["a line separator", "a\u2028b", "a\\u{2028}b"],
    ["tag characters", "a\u{E0061}b", "a\\u{E0061}b"],
    ["a Hangul filler", "a\u3164b", "a\\u{3164}b"],
    ["a variation selector after a letter", "a\uFE0Fb", "a\\u{FE0F}b"],
    ["a lone surrogate", "a\uD800b", "a\\u{D800}b"],
    ["a blank Braille pattern", "a\u2800b", "a\\u{2800}b"],
    ["a Cyrillic letter in a Latin word", "acme/\u0430pi", "acme/\\u{430}pi"],
    ["a Greek letter in a Latin word", "g\u03BFod", "g\\u{3BF}od"],
    ["a full-width letter in a Latin word", "\uFF41pi", "\\u{FF41}pi"],
    ["a mathematical letter in a Latin word", "\u{1D41A}pi", "\\u{1D41A}pi"],
  ])("writes out %s", (_name, text, expected) => {
    expect(revealHiddenCharacters(text)).toBe(expected);
  });

  it.each([
    ["plain text", "Fix the login of acme/api"],
    ["line breaks and tabs", "one\n\ttwo\r\nthree"],
    ["accents and other scripts", "Zürich – Καλημέρα 日本語 שלום"],
    ["words of another alphabet beside Latin ones", "API-интерфейс с кнопкой, Οδηγίες για το API"],
    ["Greek letters of formulas", "Δt, λx and 5μm"],
    ["an emoji with a selector", "done ✔️ and 1️⃣"],
    ["an emoji family", "👩‍💻 👩🏽‍🚀 🏳️‍🌈"],
    ["an empty text", ""],
  ])("leaves %s alone", (_name, text) => {
    expect(revealHiddenCharacters(text)).toBe(text);
  });
});

describe("splitHiddenCharacters", () => {
  it("keeps the order and marks the escapes", () => {
    expect(splitHiddenCharacters("ab\u200B\u202Ec")).toEqual([
      { text: "ab", hidden: false },
      { text: "\\u{200B}", hidden: true },
      { text: "\\u{202E}", hidden: true },
      { text: "c", hidden: false },
    ]);
  });

  it("joins to what revealHiddenCharacters says", () => {
    const text = "x\u0007y\uFEFFz\u2069";
    const joined = splitHiddenCharacters(text).map((segment) => segment.text);
    expect(joined.join("")).toBe(revealHiddenCharacters(text));
  });
});

test("what is removed for a reader that sees bytes is what a person does not see", () => {
  expect(removeHiddenCharacters("Lists\u{E0041} bran\u200Bches\u202E")).toBe("Lists branches");
  expect(removeHiddenCharacters("\u0430pi 👩‍💻")).toBe("\u0430pi 👩‍💻");
});

test.each([
  ["acme/api", false, false],
  ["acme/\u0430pi", true, true],
  ["\u0430\u0441\u0435", false, true],
  ["main\u200B", true, false],
  ["\u041E\u0448\u0438\u0431\u043A\u0430", false, false],
])("%j hides something: %s, poses as Latin: %s", (text, hides, poses) => {
  expect([hasHiddenCharacters(text), posesAsLatin(text)]).toEqual([hides, poses]);
});

test("a long text without Latin letters takes no longer for it", () => {
  const text = "\u0430".repeat(50_000);
  const began = performance.now();
  expect(hasHiddenCharacters(text)).toBe(false);
  expect(performance.now() - began).toBeLessThan(1_500);
});

test("everything outside of ASCII can be spelt out", () => {
  expect(spellOut("\u0430pi/\u00FC")).toBe("\\u{430}pi/\\u{FC}");
});
