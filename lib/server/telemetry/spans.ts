import "server-only";
import {
  type Attributes,
  context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from "@opentelemetry/api";
import { isBranchlineError } from "../errors.ts";
import { inLogContext, type LogContext } from "../log-context.ts";
import { isInterruption } from "../runs/interruption.ts";

/** Scope of the spans and instruments of this app's own; they carry identifiers, names and counts, never content. */
export const telemetryScope = "branchline";

/** An error by what kind it is: its message may be somebody's words. What somebody stopped has none. */
export function errorAttributes(error: unknown): { "error.type"?: string } {
  if (isInterruption(error)) return {};
  if (isBranchlineError(error)) return { "error.type": error.code };
  return { "error.type": error instanceof Error ? error.name : "unknown" };
}

type SpanSettings = { kind?: SpanKind; attributes?: Attributes };

/** Does work in a span of its own, which ends with it; nothing is recorded while no traces are sent. */
export function inSpan<Result>(
  name: string,
  { kind = SpanKind.INTERNAL, attributes = {} }: SpanSettings,
  work: (span: Span) => Promise<Result>,
): Promise<Result> {
  const tracer = trace.getTracer(telemetryScope);
  return tracer.startActiveSpan(name, { kind, attributes }, async (span) => {
    try {
      return await work(span);
    } catch (error) {
      if (!isInterruption(error)) span.setStatus({ code: SpanStatusCode.ERROR });
      span.setAttributes(errorAttributes(error));
      throw error;
    } finally {
      span.end();
    }
  });
}

/**
 * Does work that has nothing to do with what it was begun by: it is part of no trace, and the log tells of it with the ids of
 * `known` alone.
 */
export function apart<Result>(known: LogContext, work: () => Result): Result {
  return inLogContext(known, () => context.with(ROOT_CONTEXT, work));
}
