import "server-only";
import { SpanStatusCode } from "@opentelemetry/api";
import type { ActionStatus, ToolClass } from "@/lib/shared/action";
import { isKnownTool } from "../policy/classify.ts";
import { isInterruption } from "../runs/interruption.ts";
import { instruments, secondsSince } from "./instruments.ts";
import { inSpan } from "./spans.ts";

/** Names of tools that one process tells of at most; more are told of as one. */
const mostNames = 500;

// On the global object, because a bundler may load this module twice.
const namesKey = Symbol.for("branchline.tool-names");
const holder = globalThis as { [namesKey]?: Set<string> };

/**
 * The name a tool is told of by. A model can make up any name, out of anything that it has read: only one that is in our own
 * table, or that the router has carried out, is a tool's.
 */
export function tellableName(tool: string, carriedOut: boolean): string {
  holder[namesKey] ??= new Set();
  const seen = holder[namesKey];
  if (carriedOut && seen.size < mostNames) seen.add(tool);
  return isKnownTool(tool) || seen.has(tool) ? tool : "other";
}

type ToolCall = { id: string; tool: string; toolClass: ToolClass };

/** Tells of one call of a tool: which, how long, what became of it. Arguments and results are not among it. */
export async function observeToolCall<Row extends { status: ActionStatus }>(
  { id, tool, toolClass }: ToolCall,
  call: () => Promise<Row>,
): Promise<Row> {
  const attributes = {
    "gen_ai.operation.name": "execute_tool",
    "branchline.action.id": id,
    "branchline.tool.class": toolClass,
  };
  return inSpan("execute_tool", { attributes }, async (span) => {
    const start = performance.now();
    let outcome: ActionStatus | "interrupted" = "failed";
    try {
      const row = await call();
      outcome = row.status;
      return row;
    } catch (error) {
      outcome = isInterruption(error) ? "interrupted" : "failed";
      throw error;
    } finally {
      const name = tellableName(tool, outcome === "succeeded");
      span.updateName(`execute_tool ${name}`);
      span.setAttributes({ "gen_ai.tool.name": name, "branchline.tool.outcome": outcome });
      if (outcome === "failed" || outcome === "unknown")
        span.setStatus({ code: SpanStatusCode.ERROR });
      instruments()?.toolDuration.record(secondsSince(start), {
        "gen_ai.tool.name": name,
        "branchline.tool.outcome": outcome,
      });
    }
  });
}
