import "server-only";
import { environment } from "../environment.ts";

/** How this process tells of itself, while it does. */
export type Telemetry = {
  /** What is measured now, in Prometheus's text format; undefined where that is not switched on. */
  scrape: (() => Promise<string>) | undefined;
  /** Sends what is still to be sent. */
  stop(): Promise<void>;
};

// On the global object, because a bundler may load this module twice.
const telemetryKey = Symbol.for("branchline.telemetry");
const holder = globalThis as { [telemetryKey]?: Telemetry };

/** Undefined while nothing is told: then nothing of OpenTelemetry's SDK has been loaded either. */
export function telemetry(): Telemetry | undefined {
  return holder[telemetryKey];
}

/** Begins to send traces and metrics, and to count for Prometheus, as far as settings say so. */
export async function startTelemetry(): Promise<void> {
  const settings = environment().telemetry;
  if (!settings.sendsTraces && !settings.sendsMetrics && !settings.metricsToken) return;
  const { openTelemetry } = await import("./open-telemetry.ts");
  holder[telemetryKey] = openTelemetry(settings);
}
