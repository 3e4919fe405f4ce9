import { describe, expect, it } from "vitest";
import { retryDelay, waitToRetry } from "./wait-to-retry";

describe("retryDelay", () => {
  it("doubles up to a quarter of a minute", () => {
    const middle = () => 0.5;
    expect([0, 1, 2, 3, 4, 5, 50].map((attempt) => retryDelay(attempt, middle))).toEqual([
      500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000,
    ]);
  });

  it("spreads retries by a fifth", () => {
    expect([retryDelay(0, () => 0), retryDelay(0, () => 1)]).toEqual([450, 550]);
  });
});

describe("waitToRetry", () => {
  it("ends at once when nobody waits any more", async () => {
    const controller = new AbortController();
    const waiting = waitToRetry(50, controller.signal);
    controller.abort();
    await waiting;
    await waitToRetry(50, controller.signal);
  });

  it("ends when the network comes back", async () => {
    const page = new EventTarget();
    const { addEventListener, removeEventListener } = globalThis;
    globalThis.addEventListener = page.addEventListener.bind(page);
    globalThis.removeEventListener = page.removeEventListener.bind(page);
    try {
      const waiting = waitToRetry(50, new AbortController().signal);
      page.dispatchEvent(new Event("online"));
      await waiting;
    } finally {
      Object.assign(globalThis, { addEventListener, removeEventListener });
    }
  });
});
