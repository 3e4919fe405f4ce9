import "server-only";
import { context, metrics, propagation, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { W3CTraceContextPropagator } from "@opentelemetry/core";
import { OTLPMetricExporter as JsonMetricExporter } from "@opentelemetry/exporter-metrics-otlp-http";
import { OTLPMetricExporter as ProtobufMetricExporter } from "@opentelemetry/exporter-metrics-otlp-proto";
import { PrometheusExporter, PrometheusSerializer } from "@opentelemetry/exporter-prometheus";
import { OTLPTraceExporter as JsonTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { OTLPTraceExporter as ProtobufTraceExporter } from "@opentelemetry/exporter-trace-otlp-proto";
import {
  defaultResource,
  detectResources,
  envDetector,
  type Resource,
  resourceFromAttributes,
} from "@opentelemetry/resources";
import { MeterProvider, PeriodicExportingMetricReader } from "@opentelemetry/sdk-metrics";
import { BatchSpanProcessor, TracerProvider } from "@opentelemetry/sdk-trace";
import type { Environment } from "../environment.ts";
import { processId } from "../runs/process-id.ts";
import { logComplaints } from "./complaints.ts";
import { createInstruments } from "./instruments.ts";
import { measureProcess } from "./measure-process.ts";
import { measureRequests } from "./measure-requests.ts";
import { measureRuns } from "./measure-runs.ts";
import { SafeSpanExporter } from "./safe-spans.ts";
import { chooseSampler } from "./sampler.ts";
import type { Telemetry } from "./telemetry.ts";

type Settings = Environment["telemetry"];

/** Milliseconds that looking something up for a scrape may take: without the database, all the rest is still told. */
const scrapeLimit = 5_000;

/** Which of the instances it is, is part of all it tells. */
const resourceOf = ({ serviceName }: Settings): Resource =>
  defaultResource()
    .merge(detectResources({ detectors: [envDetector] }))
    .merge(
      resourceFromAttributes({
        "service.name": serviceName,
        "service.instance.id": processId(),
      }),
    );

function openTraces(settings: Settings, resource: Resource): TracerProvider {
  const exporter =
    settings.protocol === "http/json" ? new JsonTraceExporter() : new ProtobufTraceExporter();
  const provider = new TracerProvider({
    resource,
    sampler: chooseSampler(settings),
    spanProcessors: [new BatchSpanProcessor({ exporter: new SafeSpanExporter(exporter) })],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(provider);
  return provider;
}

function pushingReader({ protocol, metricInterval }: Settings): PeriodicExportingMetricReader {
  const exporter =
    protocol === "http/json" ? new JsonMetricExporter() : new ProtobufMetricExporter();
  return new PeriodicExportingMetricReader({
    exporter,
    exportIntervalMillis: metricInterval,
    exportTimeoutMillis: Math.min(metricInterval, 30_000),
  });
}

/** One set of instruments, read by whoever is to be told. */
function openMetrics(settings: Settings, resource: Resource) {
  // It is asked by our own address, and opens none itself.
  const prometheus = settings.metricsToken
    ? new PrometheusExporter({ preventServerStart: true })
    : undefined;
  const pushing = settings.sendsMetrics ? pushingReader(settings) : undefined;
  const readers = [prometheus, pushing].filter((reader) => reader !== undefined);
  const provider = new MeterProvider({ resource, readers });
  metrics.setGlobalMeterProvider(provider);
  createInstruments();
  const stopMeasuring = measureProcess();
  measureRequests();
  measureRuns();
  // Without the scope: all of it is this app's own.
  const serializer = new PrometheusSerializer(undefined, false, undefined, false, true);
  return {
    scrape:
      prometheus &&
      (async () =>
        serializer.serialize(
          (await prometheus.collect({ timeoutMillis: scrapeLimit })).resourceMetrics,
        )),
    async stop() {
      stopMeasuring();
      await provider.shutdown();
    },
  };
}

/** Loads and sets up OpenTelemetry's SDK; nothing else imports it. */
export function openTelemetry(settings: Settings): Telemetry {
  logComplaints();
  const resource = resourceOf(settings);
  const traces = settings.sendsTraces ? openTraces(settings, resource) : undefined;
  const measures =
    settings.sendsMetrics || settings.metricsToken ? openMetrics(settings, resource) : undefined;
  return {
    scrape: measures?.scrape,
    async stop() {
      await Promise.allSettled([traces?.shutdown(), measures?.stop()]);
    },
  };
}
