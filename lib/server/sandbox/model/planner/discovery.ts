import { isRecord, stringField } from "../data/values";
import { type Outcome, outcomeOf } from "./outcome";
import type { Discovery } from "./script";
import type { ToolOutput } from "./tool-output";

function acceptsIn(schemas: ReadonlyMap<string, Record<string, unknown>>): Discovery["accepts"] {
  return (slug, parameter) => {
    const properties = schemas.get(slug)?.properties;
    return isRecord(properties) ? parameter in properties : undefined;
  };
}

/** Where the app tools are listed by themselves: nothing to search, and the app minds the connections. */
export function discoverListedTools(
  tools: ReadonlyMap<string, Record<string, unknown>>,
): Discovery {
  return {
    connection: "unknown",
    lacks: (slug) => !tools.has(slug),
    accepts: acceptsIn(tools),
  };
}

function connectionOf(data: Record<string, unknown>, toolkit: string): Discovery["connection"] {
  const statuses = Array.isArray(data.toolkit_connection_statuses)
    ? data.toolkit_connection_statuses.filter(isRecord)
    : [];
  const status = statuses.find((entry) => entry.toolkit === toolkit);
  if (status === undefined) return "unknown";
  return status.has_active_connection === true ? "active" : "missing";
}

/** Reads the answer of the router's search. */
export function readDiscovery(
  output: ToolOutput,
  toolkit: string,
): { result: Discovery | Exclude<Outcome, { status: "succeeded" }>; sessionId?: string } {
  const outcome = outcomeOf(output);
  if (outcome.status !== "succeeded") return { result: outcome };
  const data = isRecord(outcome.data) ? outcome.data : {};
  const schemas = new Map<string, Record<string, unknown>>();
  for (const [slug, schema] of Object.entries(
    isRecord(data.tool_schemas) ? data.tool_schemas : {},
  )) {
    if (isRecord(schema))
      schemas.set(slug, isRecord(schema.input_schema) ? schema.input_schema : {});
  }
  const sessionId = stringField(data.session, "id");
  return {
    result: {
      connection: connectionOf(data, toolkit),
      lacks: () => false,
      accepts: acceptsIn(schemas),
    },
    ...(sessionId && { sessionId }),
  };
}
