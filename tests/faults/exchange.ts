import { z } from "zod";
import type { HttpMessage } from "./http-message";

/** A request that came to a proxy, and how far it got. */
export type Exchange = {
  method: string;
  path: string;
  /** The method of a JSON-RPC request, such as `tools/call`. */
  rpcMethod: string | undefined;
  /** What a tool call asks for: the items of a call of the router's dispatcher, or the tool itself. */
  tools: { tool: string; arguments: unknown }[];
  /** `delivered` once the service was sent all of it. */
  state: "held" | "delivered" | "broken";
};

const itemSchema = z.object({ tool_slug: z.string(), arguments: z.unknown().optional() });
const rpcSchema = z.object({
  method: z.string(),
  params: z.object({ name: z.string().optional(), arguments: z.unknown().optional() }).optional(),
});
const dispatchSchema = z.object({ tools: z.array(itemSchema) });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function toolsOf(params: z.infer<typeof rpcSchema>["params"]): Exchange["tools"] {
  if (!params?.name) return [];
  const dispatched = dispatchSchema.safeParse(params.arguments);
  return dispatched.success
    ? dispatched.data.tools.map((item) => ({ tool: item.tool_slug, arguments: item.arguments }))
    : [{ tool: params.name, arguments: params.arguments }];
}

/** What a request asks for. */
export function exchangeOf({ startLine, body }: HttpMessage): Exchange {
  const [method = "", path = ""] = startLine.split(" ");
  const rpc = rpcSchema.safeParse(parseJson(body));
  return {
    method,
    path,
    rpcMethod: rpc.data?.method,
    tools: toolsOf(rpc.data?.params),
    state: "held",
  };
}

/** Chooses among the requests that pass. */
export type Matches = (exchange: Exchange) => boolean;

/** Requests of one method whose path contains `part`. */
export const requestOf =
  (method: string, part: string): Matches =>
  (exchange) =>
    exchange.method === method && exchange.path.includes(part);

/** Calls of one of the router's or the toolkit's tools. */
export const callOf =
  (tool: string): Matches =>
  (exchange) =>
    exchange.tools.some((item) => item.tool === tool);
