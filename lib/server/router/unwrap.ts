import "server-only";
import { z } from "zod";
import type { ErrorView } from "@/lib/shared/error";
import { spellOut } from "@/lib/shared/hidden-characters";
import type { Sentence } from "../../language/sentence.ts";
import { say } from "../say.ts";

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

/** Whether it is a tool of the router's own, which looks things up or asks for a connection. */
export function isRouterTool(tool: string): boolean {
  return lookupTools.has(tool);
}

/** Names as tools have them: nothing in one of these can look like another. */
const toolName = /^[A-Za-z0-9_-]{1,128}$/;

/**
 * Whether a tool may be listed and called at all. Of the router's own tools only those that are known may: others run code,
 * or requests of their own making, that use anybody's account out of sight.
 */
export function mayBeCalled(tool: string): boolean {
  if (!toolName.test(tool)) return false;
  return !/^COMPOSIO_/i.test(tool) || tool === dispatcher || lookupTools.has(tool);
}

/** Bytes of one call's arguments; a person has to be able to read them. */
const argumentsLimit = 1_000_000;

/** A key that would change what other keys mean. */
const pollutingKey = /(?<!\\)"__proto__"\s*:/;

/** What is wrong with the arguments of any call, or null. */
export function complaintAbout(input: unknown): Sentence | null {
  const json = JSON.stringify(input ?? {});
  if (json.length > argumentsLimit) return say("argumentsTooLong");
  return pollutingKey.test(json) ? say("argumentsKeyNotAllowed") : null;
}

const dispatchSchema = z.object({
  tools: z
    .array(
      z.object({
        tool_slug: z.string().regex(/^[A-Z0-9_]{1,128}$/, "is not the name of a tool"),
        arguments: z.record(z.string(), z.unknown()),
        account: z.string().optional(),
      }),
    )
    .min(1)
    .max(50),
  session_id: z.string().optional(),
});

const argumentsSchema = z.record(z.string(), z.unknown());

/** The toolkit that a tool belongs to, by its name. */
export function toolkitOf(tool: string, toolkits: readonly string[]): string {
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
  if (!mayBeCalled(tool)) {
    return refuse(`${spellOut(tool)} is switched off here. Use the other tools.`);
  }
  const complaint = complaintAbout(input);
  if (complaint) return refuse(`${complaint.english} Nothing of it was run.`);
  if (tool !== dispatcher) {
    const parsed = argumentsSchema.safeParse(input ?? {});
    if (!parsed.success) return refuse(`The arguments of ${tool} are not an object.`);
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
