import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { StallTimer } from "./stall-timer.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const limits = { firstChunk: 180_000, chunk: 90_000, total: 900_000 };
const reasonOf = ({ signal }: StallTimer) => (signal.aborted ? signal.reason.message : null);

test("waits for the first word, however often it is announced", () => {
  const timer = new StallTimer(limits);
  vi.advanceTimersByTime(179_999);
  timer.heard(false);
  vi.advanceTimersByTime(179_999);
  expect(reasonOf(timer)).toBeNull();
  vi.advanceTimersByTime(1);
  expect(reasonOf(timer)).toBe("The model said nothing for 3 minutes.");
});

test("waits less between two words", () => {
  const timer = new StallTimer(limits);
  timer.heard(true);
  vi.advanceTimersByTime(89_999);
  timer.heard(false);
  vi.advanceTimersByTime(89_999);
  expect(reasonOf(timer)).toBeNull();
  vi.advanceTimersByTime(1);
  expect(reasonOf(timer)).toBe("The model said nothing for 90 seconds.");
});

test("has an end for an answer that has none", () => {
  const timer = new StallTimer(limits);
  for (let seconds = 0; seconds < 900; seconds += 60) {
    expect(reasonOf(timer)).toBeNull();
    timer.heard(true);
    vi.advanceTimersByTime(60_000);
  }
  expect(reasonOf(timer)).toBe("The model's answer took longer than 15 minutes.");
});

test("leaves nothing behind", () => {
  const timer = new StallTimer(limits);
  timer.heard(true);
  timer.stop();
  expect(vi.getTimerCount()).toBe(0);
});
