import { z } from "zod";
import { httpAddress, integer } from "./fields.ts";

const exporter = z.enum(["otlp", "none"]).optional();

export const telemetrySettings = {
  OTEL_EXPORTER_OTLP_ENDPOINT: httpAddress
    .optional()
    .describe(
      "A collector that traces and metrics are sent to by OTLP over HTTP, such as `http://localhost:4318`. Without one, nothing of OpenTelemetry is loaded.",
    ),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: httpAddress
    .optional()
    .describe("The same for traces alone, with its path."),
  OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: httpAddress
    .optional()
    .describe("The same for metrics alone, with its path."),
  OTEL_EXPORTER_OTLP_PROTOCOL: z
    .enum(["http/protobuf", "http/json"])
    .default("http/protobuf")
    .describe("How what is sent is written: `http/protobuf` or `http/json`."),
  OTEL_EXPORTER_OTLP_HEADERS: z
    .string()
    .optional()
    .describe("Headers for the collector, `name=value` with commas between; mostly a key."),
  OTEL_TRACES_EXPORTER: exporter.describe("`none` sends no traces."),
  OTEL_METRICS_EXPORTER: exporter.describe("`none` sends no metrics."),
  OTEL_SDK_DISABLED: z
    .enum(["true", "false"])
    .default("false")
    .describe("`true` sends nothing, whatever else is set."),
  OTEL_SERVICE_NAME: z.string().default("branchline").describe("The name of all instances."),
  OTEL_RESOURCE_ATTRIBUTES: z
    .string()
    .optional()
    .describe("What else is said of this instance, `name=value` with commas between."),
  OTEL_TRACES_SAMPLER: z
    .enum([
      "always_on",
      "always_off",
      "traceidratio",
      "parentbased_always_on",
      "parentbased_always_off",
      "parentbased_traceidratio",
    ])
    .default("parentbased_always_on")
    .describe("Which requests are traced."),
  OTEL_TRACES_SAMPLER_ARG: z.coerce
    .number()
    .min(0)
    .max(1)
    .default(1)
    .describe("The share of them that a `traceidratio` sampler takes, from 0 to 1."),
  OTEL_METRIC_EXPORT_INTERVAL: integer(1_000, 3_600_000)
    .default(60_000)
    .describe("Milliseconds between two times that metrics are sent."),
  METRICS_TOKEN: z
    .string()
    .min(16, "must have 16 characters at least: make one with `openssl rand -base64 33`")
    .optional()
    .describe(
      "Opens `GET /api/metrics` for Prometheus, which sends it as a bearer token. Without it there is no such address.",
    ),
};

type TelemetrySettings = z.output<z.ZodObject<typeof telemetrySettings>>;

/** Whether and how this process tells of itself. */
export function telemetryOf(settings: TelemetrySettings) {
  const enabled = settings.OTEL_SDK_DISABLED === "false";
  const everywhere = settings.OTEL_EXPORTER_OTLP_ENDPOINT;
  const sends = (chosen: "otlp" | "none" | undefined, own: string | undefined) =>
    enabled && chosen !== "none" && (everywhere ?? own) !== undefined;
  return {
    sendsTraces: sends(settings.OTEL_TRACES_EXPORTER, settings.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT),
    sendsMetrics: sends(
      settings.OTEL_METRICS_EXPORTER,
      settings.OTEL_EXPORTER_OTLP_METRICS_ENDPOINT,
    ),
    protocol: settings.OTEL_EXPORTER_OTLP_PROTOCOL,
    serviceName: settings.OTEL_SERVICE_NAME,
    sampler: settings.OTEL_TRACES_SAMPLER,
    /** Of the traces that a sampler by ratio takes, from 0 to 1. */
    sampledShare: settings.OTEL_TRACES_SAMPLER_ARG,
    /** In milliseconds. */
    metricInterval: settings.OTEL_METRIC_EXPORT_INTERVAL,
    metricsToken: settings.METRICS_TOKEN,
  };
}

/** What of it nobody may see: Prometheus's token, and the values of the collector's headers. */
export function telemetrySecrets({
  METRICS_TOKEN,
  OTEL_EXPORTER_OTLP_HEADERS,
}: TelemetrySettings): (string | undefined)[] {
  const headers = OTEL_EXPORTER_OTLP_HEADERS?.split(",") ?? [];
  return [METRICS_TOKEN, ...headers.map((header) => header.slice(header.indexOf("=") + 1).trim())];
}
