import "server-only";
import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import { metrics } from "@opentelemetry/api";
import { telemetryScope } from "./spans.ts";

/** Milliseconds that one look at the event loop is about: a delay of an hour ago is not told again. */
const window = 10_000;
const nanoseconds = 1e9;

/** Measures memory, processor and event loop of this process. @returns ends it */
export function measureProcess(): () => void {
  const meter = metrics.getMeter(telemetryScope);
  const histogram = monitorEventLoopDelay({ resolution: 10 });
  let utilization = performance.eventLoopUtilization();
  let latest = { p50: 0, p99: 0, max: 0, utilization: 0 };
  const look = () => {
    const delay = histogram.count > 0 ? histogram : null;
    latest = {
      p50: (delay?.percentile(50) ?? 0) / nanoseconds,
      p99: (delay?.percentile(99) ?? 0) / nanoseconds,
      max: (delay?.max ?? 0) / nanoseconds,
      utilization: performance.eventLoopUtilization(utilization).utilization,
    };
    histogram.reset();
    utilization = performance.eventLoopUtilization();
  };
  histogram.enable();
  const timer = setInterval(look, window).unref();

  const observe = (name: string, unit: string, description: string, value: () => number) =>
    meter
      .createObservableGauge(name, { unit, description })
      .addCallback((result) => result.observe(value()));
  for (const percentile of ["p50", "p99", "max"] as const)
    observe(
      `nodejs.eventloop.delay.${percentile}`,
      "s",
      "How late timers are called, of the last ten seconds.",
      () => latest[percentile],
    );
  observe(
    "nodejs.eventloop.utilization",
    "1",
    "Share of the last ten seconds that the event loop was busy.",
    () => latest.utilization,
  );
  observe("process.memory.usage", "By", "Memory that the process has.", () =>
    process.memoryUsage.rss(),
  );
  observe(
    "v8js.memory.heap.used",
    "By",
    "Memory that JavaScript's objects take.",
    () => process.memoryUsage().heapUsed,
  );
  observe("process.uptime", "s", "How long the process has been there.", () => process.uptime());
  meter
    .createObservableCounter("process.cpu.time", { unit: "s", description: "Processor time." })
    .addCallback((result) => {
      const { user, system } = process.cpuUsage();
      result.observe(user / 1e6, { "cpu.mode": "user" });
      result.observe(system / 1e6, { "cpu.mode": "system" });
    });
  return () => {
    clearInterval(timer);
    histogram.disable();
  };
}
