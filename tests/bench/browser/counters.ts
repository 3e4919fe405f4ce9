import type { Visit } from "./launch.ts";

/** What the main thread of a page has done so far, in milliseconds, and what the page holds, in MB. */
export type Counters = {
  task: number;
  script: number;
  layout: number;
  style: number;
  heap: number;
};

export async function readCounters({ session }: Visit): Promise<Counters> {
  const { metrics } = await session.send("Performance.getMetrics");
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return {
    task: of("TaskDuration") * 1000,
    script: of("ScriptDuration") * 1000,
    layout: of("LayoutDuration") * 1000,
    style: of("RecalcStyleDuration") * 1000,
    heap: of("JSHeapUsedSize") / 1e6,
  };
}

/** Elements of the page, and MB of its heap once what nobody needs is gone. */
export async function readSize(visit: Visit): Promise<{ elements: number; heap: number }> {
  const elements = await visit.page.evaluate(() => document.querySelectorAll("*").length);
  await visit.session.send("HeapProfiler.collectGarbage");
  return { elements, heap: (await readCounters(visit)).heap };
}
