import { expect, test } from "vitest";
import { LocalWindows } from "./local-window.ts";

test("so many pass in a window, and as many in the next", () => {
  const windows = new LocalWindows();
  const pass = (now: number) => windows.countUse("a", 3, 60, now);
  expect([0, 1, 2].map(pass)).toEqual([null, null, null]);
  expect(pass(30_000)).toBe(30);
  expect(pass(59_999)).toBe(1);
  expect(pass(60_000)).toBeNull();
});

test("keys are counted apart", () => {
  const windows = new LocalWindows();
  expect(windows.countUse("a", 1, 60, 0)).toBeNull();
  expect(windows.countUse("b", 1, 60, 0)).toBeNull();
  expect(windows.countUse("a", 1, 60, 0)).toBe(60);
});

test("more keys than there is room for are refused until windows end", () => {
  const windows = new LocalWindows();
  for (let key = 0; key < 100_000; key += 1) windows.countUse(String(key), 1, 60, key / 1_000);
  expect(windows.countUse("one more", 1, 60, 200)).toBe(60);
  expect(windows.countUse("one more", 1, 60, 60_050)).toBeNull();
});
