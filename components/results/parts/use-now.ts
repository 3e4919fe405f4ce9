"use client";

import { useSyncExternalStore } from "react";

const tickLength = 30_000;
const listeners = new Set<() => void>();
let ticker: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  ticker ??= setInterval(() => {
    for (const notify of listeners) notify();
  }, tickLength);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(ticker);
    ticker = undefined;
  };
}

// Rounded, because a store's snapshot must not change between two reads of one render.
const readNow = () => Math.ceil(Date.now() / tickLength) * tickLength;
const readNothing = () => undefined;

/** The time in milliseconds, renewed twice a minute by one timer for the page. Undefined on the server and while hydrating. */
export function useNow(): number | undefined {
  return useSyncExternalStore(subscribe, readNow, readNothing);
}
