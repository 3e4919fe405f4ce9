/** What a page keeps of itself for the benchmark. */
type Observed = {
  /** Milliseconds of each task of more than 50. */
  longTasks: number[];
  /** Milliseconds from each press of a key to the next paint, in steps of 8; those of at most 16 are left out. */
  keyPresses: number[];
};

declare global {
  var observed: Observed;
}

/** Runs in the page before anything else does. */
export function observe(): void {
  globalThis.observed = { longTasks: [], keyPresses: [] };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) globalThis.observed.longTasks.push(duration);
  }).observe({ type: "longtask", buffered: true });
  const keys: PerformanceObserverInit & { durationThreshold: number } = {
    type: "event",
    durationThreshold: 16,
  };
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries())
      if (name === "keydown") globalThis.observed.keyPresses.push(duration);
  }).observe(keys);
}
