import "server-only";
import { z } from "zod";
import type { ErrorView } from "@/lib/shared/error";

/** One tool with its arguments, taken out of whatever the model called. */
export type PlannedAction = {
  tool: string;
  toolkit: string;
  arguments: Record<string, unknown>;
  account?: string | undefined;
};

/** What one tool call of the model comes to. */
export type PlannedCall =
  /** The router's dispatcher: policy, audit and screen look at its items one by one. */
  | { kind: "batch"; actions: PlannedAction[]; session: string | undefined }
  | { kind: "single"; action: PlannedAction }
  | { kind: "refused"; error: ErrorView };

const routerToolkit = "composio";
const dispatcher = "COMPOSIO_MULTI_EXECUTE_TOOL";

/** Tools of the router's that only look things up or ask for a connection: not actions on anybody's account. */
const lookupTools = new Set([
  "COMPOSIO_SEARCH_TOOLS",
  "COMPOSIO_GET_TOOL_SCHEMAS",
  "COMPOSIO_MANAGE_CONNECTIONS",
  "COMPOSIO_WAIT_FOR_CONNECTIONS",
]);

/** Tools that run code which calls other tools out of anybody's sight; they are neither listed nor run. */
export function isRemoteCodeTool(tool: string): boolean {
  return /^COMPOSIO_REMOTE_/.test(tool);
}

const dispatchSchema = z.object({
  tools: z
    .array(
      z.object({
        tool_slug: z.string().regex(/^[A-Z0-9_]{1,128}$/),
        arguments: z.record(z.string(), z.unknown()),
        account: z.string().optional(),
      }),
    )
    .min(1)
    .max(50),
  session_id: z.string().optional(),
});

const argumentsSchema = z.record(z.string(), z.unknown());

function toolkitOf(tool: string, toolkits: readonly string[]): string {
  const name = tool.toLowerCase();
  const known = toolkits.filter((toolkit) => name.startsWith(`${toolkit}_`));
  const longest = known.reduce(
    (best, toolkit) => (toolkit.length > best.length ? toolkit : best),
    "",
  );
  return longest || (name.split("_")[0] ?? name);
}

function refuse(message: string): PlannedCall {
  return { kind: "refused", error: { code: "refused", message } };
}

/**
 * Takes a model's tool call apart. What cannot be read is refused, and so is a tool of the router's that is not known to
 * be harmless: it might run other tools past the person.
 *
 * @param toolkits the toolkits of this installation, such as `["bitbucket"]`
 */
export function unwrapCall(tool: string, input: unknown, toolkits: readonly string[]): PlannedCall {
  if (tool !== dispatcher) {
    const parsed = argumentsSchema.safeParse(input ?? {});
    if (!parsed.success) return refuse(`The arguments of ${tool} are not an object.`);
    if (tool.startsWith("COMPOSIO_") && !lookupTools.has(tool)) {
      return refuse(`${tool} is switched off here. Use the other tools.`);
    }
    const toolkit = lookupTools.has(tool) ? routerToolkit : toolkitOf(tool, toolkits);
    return { kind: "single", action: { tool, toolkit, arguments: parsed.data } };
  }
  const parsed = dispatchSchema.safeParse(input);
  if (!parsed.success) {
    return refuse(
      `The call could not be read, and nothing of it was run: ${z.prettifyError(parsed.error)}`,
    );
  }
  if (parsed.data.tools.some((item) => item.tool_slug.startsWith("COMPOSIO_"))) {
    return refuse(
      "The router's own tools cannot be called from inside another call. Nothing of it was run.",
    );
  }
  return {
    kind: "batch",
    session: parsed.data.session_id,
    actions: parsed.data.tools.map((item) => ({
      tool: item.tool_slug,
      toolkit: toolkitOf(item.tool_slug, toolkits),
      arguments: item.arguments,
      account: item.account,
    })),
  };
}

/** The call to send for one action of a planned call. */
export function wrapAction(
  call: PlannedCall,
  action: PlannedAction,
): { name: string; arguments: Record<string, unknown> } {
  if (call.kind !== "batch") return { name: action.tool, arguments: action.arguments };
  return {
    name: dispatcher,
    arguments: {
      tools: [
        {
          tool_slug: action.tool,
          arguments: action.arguments,
          ...(action.account ? { account: action.account } : {}),
        },
      ],
      sync_response_to_workbench: false,
      ...(call.session ? { session_id: call.session } : {}),
    },
  };
}
