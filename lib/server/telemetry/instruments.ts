import "server-only";
import { type Meter, metrics } from "@opentelemetry/api";
import { telemetryScope } from "./spans.ts";

/** Boundaries in seconds, from a look into the database to an answer that takes its time. */
const requestBoundaries = [
  0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10,
];
const callBoundaries = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 40, 80, 160, 320];
const statementBoundaries = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10];
const tokenBoundaries = [1, 16, 64, 256, 1_024, 4_096, 16_384, 65_536, 262_144, 1_048_576];

const buckets = (explicitBucketBoundaries: number[]) => ({ advice: { explicitBucketBoundaries } });

/** What is measured as it happens. Names are OpenTelemetry's where it has one; every attribute has a bounded set of values. */
function create(meter: Meter) {
  return {
    requestDuration: meter.createHistogram("http.server.request.duration", {
      unit: "s",
      description: "Requests by method, route and status, until the last byte was sent.",
      ...buckets(requestBoundaries),
    }),
    statementDuration: meter.createHistogram("db.client.operation.duration", {
      unit: "s",
      description: "Statements to the database by operation, the wait for a connection included.",
      ...buckets(statementBoundaries),
    }),
    modelDuration: meter.createHistogram("gen_ai.client.operation.duration", {
      unit: "s",
      description: "Questions to a model by model and error, until its answer has ended.",
      ...buckets(callBoundaries),
    }),
    modelTokens: meter.createHistogram("gen_ai.client.token.usage", {
      unit: "{token}",
      description: "Tokens of a question (input) and of its answer (output), by model.",
      ...buckets(tokenBoundaries),
    }),
    toolDuration: meter.createHistogram("branchline.tool.duration", {
      unit: "s",
      description: "Calls of tools by tool and outcome.",
      ...buckets(callBoundaries),
    }),
    runsEnded: meter.createCounter("branchline.runs.ended", {
      unit: "{run}",
      description: "Answers that have ended, by how.",
    }),
    runsDriven: meter.createUpDownCounter("branchline.runs.driven", {
      unit: "{run}",
      description: "Answers that this instance is writing.",
    }),
    streams: meter.createUpDownCounter("branchline.streams", {
      unit: "{stream}",
      description: "Readers of answers that are connected to this instance.",
    }),
  };
}

export type Instruments = ReturnType<typeof create>;

// On the global object, because a bundler may load this module twice.
const instrumentsKey = Symbol.for("branchline.instruments");
const holder = globalThis as { [instrumentsKey]?: Instruments };

/** Makes the instruments; the meter provider stands by then. */
export function createInstruments(): void {
  holder[instrumentsKey] = create(metrics.getMeter(telemetryScope));
}

/** Undefined while nothing is measured. */
export function instruments(): Instruments | undefined {
  return holder[instrumentsKey];
}

/** Seconds since a moment of `performance.now()`. */
export const secondsSince = (start: number) => (performance.now() - start) / 1_000;
