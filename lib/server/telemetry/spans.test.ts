import { SpanStatusCode, trace } from "@opentelemetry/api";
import {
  InMemorySpanExporter,
  SimpleSpanProcessor,
  TracerProvider,
} from "@opentelemetry/sdk-trace";
import { afterAll, beforeEach, expect, test } from "vitest";
import { BranchlineError } from "../errors.ts";
import { RunLostError, StopRequestedError } from "../runs/interruption.ts";
import { say } from "../say.ts";
import { inSpan } from "./spans.ts";

const exporter = new InMemorySpanExporter();
trace.setGlobalTracerProvider(
  new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] }),
);
beforeEach(() => exporter.reset());
afterAll(() => trace.disable());

test.each([
  [new BranchlineError("model_busy", say("internal")), "model_busy"],
  [new RangeError("somebody's words"), "RangeError"],
  ["somebody's words", "unknown"],
])("a failure is told by its kind: %s", async (error, type) => {
  await expect(inSpan("work", {}, () => Promise.reject(error))).rejects.toBe(error);
  const [span] = exporter.getFinishedSpans();
  expect(span?.status).toEqual({ code: SpanStatusCode.ERROR });
  expect(span?.attributes).toEqual({ "error.type": type });
  expect(span?.events).toEqual([]);
});

test.each([new StopRequestedError("Stopped."), new RunLostError("Taken over.")])(
  "what was left off has not failed: %s",
  async (reason) => {
    await expect(inSpan("work", {}, () => Promise.reject(reason))).rejects.toBe(reason);
    const [span] = exporter.getFinishedSpans();
    expect(span?.status.code).toBe(SpanStatusCode.UNSET);
    expect(span?.attributes).toEqual({});
  },
);
