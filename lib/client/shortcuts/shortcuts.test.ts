import { beforeEach, describe, expect, test, vi } from "vitest";
import { chooseKeys, refusalOf, resetShortcuts, switchShortcuts } from "./change-keys";
import { keysFor } from "./chosen";
import { formatKeys } from "./format-keys";
import { keysOf, meansSomethingInField } from "./keys";
import { defaultKeys } from "./registry";

const on = (platform: string) => vi.stubGlobal("navigator", { platform });
const press = (
  key: string,
  held: Partial<Record<"metaKey" | "ctrlKey" | "altKey" | "shiftKey" | "altGraph", boolean>> = {},
  code = "",
) =>
  keysOf({
    key,
    code,
    metaKey: false,
    ctrlKey: false,
    altKey: false,
    shiftKey: false,
    ...held,
    getModifierState: () => held.altGraph === true,
  });

beforeEach(() => {
  on("Linux x86_64");
  vi.stubGlobal("localStorage", undefined);
  resetShortcuts();
});

describe("keys that are pressed", () => {
  test.each([
    ["a letter", press("k"), "K"],
    ["Ctrl and a letter", press("k", { ctrlKey: true }), "Mod+K"],
    ["with Shift", press("O", { ctrlKey: true, shiftKey: true }), "Mod+Shift+O"],
    ["under caps lock", press("K", { ctrlKey: true }), "Mod+K"],
    ["a character that takes Shift here", press("?", { shiftKey: true }), "?"],
    ["and elsewhere", press("/", { shiftKey: true }), "/"],
    ["AltGr", press("@", { ctrlKey: true, altKey: true, altGraph: true }), "@"],
    ["another alphabet", press("л", { ctrlKey: true }, "KeyK"), "Mod+K"],
    ["a letter where another stands", press("z", { ctrlKey: true }, "KeyY"), "Mod+Z"],
    ["a space", press(" "), "Space"],
    ["modifiers alone", press("Shift", { shiftKey: true }), null],
  ])("%s", (_what, keys, expected) => {
    expect(keys).toBe(expected);
  });

  test("on Apple's systems ⌘ takes the place of Ctrl, which is a key of its own", () => {
    on("MacIntel");
    expect(press("k", { metaKey: true })).toBe("Mod+K");
    expect(press("k", { ctrlKey: true })).toBe("Control+K");
    expect(press("˚", { altKey: true }, "KeyK")).toBe("Alt+K");
    expect(formatKeys("Mod+Shift+O")).toEqual({ shown: "⌘⇧O", aria: "Meta+Shift+O" });
  });

  test("are written as people know them", () => {
    expect(formatKeys("Mod+Shift+O")).toEqual({ shown: "Ctrl+Shift+O", aria: "Control+Shift+O" });
    expect(formatKeys("Escape").shown).toBe("Esc");
    expect(formatKeys("Mod++").shown).toBe("Ctrl++");
  });

  test.each([
    ["K", true],
    ["?", true],
    ["ArrowUp", true],
    ["Mod+K", false],
    ["Escape", false],
  ])("%s is the field's: %s", (keys, expected) => {
    expect(meansSomethingInField(keys)).toBe(expected);
  });
});

describe("choosing keys", () => {
  test("no two shortcuts come with the same keys", () => {
    expect(new Set(Object.values(defaultKeys)).size).toBe(Object.keys(defaultKeys).length);
  });

  test("what is another's, the browser's or the page's is refused", () => {
    expect(refusalOf("search", "/")).toEqual({ reason: "used", by: "message" });
    expect(refusalOf("search", "Mod+T")).toEqual({ reason: "browser" });
    expect(refusalOf("search", "Enter")).toEqual({ reason: "page" });
    expect(refusalOf("search", defaultKeys.search)).toBeNull();
  });

  test("other keys, none, all off, and all on again as they were", () => {
    chooseKeys("search", "Mod+Shift+F");
    chooseKeys("message", null);
    expect([keysFor("search"), keysFor("message")]).toEqual(["Mod+Shift+F", null]);
    expect(refusalOf("list", "/")).toBeNull();
    switchShortcuts(false);
    expect([keysFor("search"), keysFor("stop")]).toEqual([null, null]);
    switchShortcuts(true);
    expect([keysFor("search"), keysFor("stop")]).toEqual(["Mod+Shift+F", "Escape"]);
    resetShortcuts();
    expect(keysFor("search")).toBe("Mod+K");
  });
});
