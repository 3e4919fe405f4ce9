import type { SandboxTool } from "../../contract";
import type { Toolkit } from "../toolkit";
import type { SessionPolicy, TagFilter } from "./policy";

const same = (left: string) => (right: string) => left.toLowerCase() === right.toLowerCase();

export function isToolkitAllowed(policy: SessionPolicy, slug: string): boolean {
  const { toolkits } = policy;
  if (toolkits === undefined) return true;
  return "enable" in toolkits
    ? toolkits.enable.some(same(slug))
    : !toolkits.disable.some(same(slug));
}

function passesTags(tool: SandboxTool, filter: TagFilter): boolean {
  const has = (tag: string) => tool.hints.some((hint) => hint === tag);
  const wanted = filter.enable ?? [];
  return (wanted.length === 0 || wanted.some(has)) && !(filter.disable ?? []).some(has);
}

/** An entry of `record` whose key is the toolkit, in whatever case it was written. */
export function forToolkit<Value>(
  record: Record<string, Value> | undefined,
  toolkit: string,
): Value | undefined {
  return Object.entries(record ?? {}).find(([key]) => same(toolkit)(key))?.[1];
}

/** Precedence as documented: toolkits, then the toolkit's own list or tags, then the session's tags. */
function isToolAllowed(policy: SessionPolicy, toolkit: Toolkit, tool: SandboxTool): boolean {
  if (!isToolkitAllowed(policy, toolkit.slug)) return false;
  const own = forToolkit(policy.tools, toolkit.slug);
  if (own === undefined) return policy.tags === undefined || passesTags(tool, policy.tags);
  if ("enable" in own) return own.enable.some(same(tool.slug));
  if ("disable" in own) return !own.disable.some(same(tool.slug));
  return passesTags(tool, own.tags);
}

/** The app tools a session may use, listed or not. */
export function allowedTools(policy: SessionPolicy, toolkit: Toolkit): readonly SandboxTool[] {
  return toolkit.tools.filter((tool) => isToolAllowed(policy, toolkit, tool));
}

export type ToolLookup =
  | { kind: "allowed"; tool: SandboxTool }
  | { kind: "disabled"; tool: SandboxTool }
  | { kind: "unknown" };

export function lookUpTool(policy: SessionPolicy, toolkit: Toolkit, slug: string): ToolLookup {
  const tool = toolkit.tools.find((candidate) => same(slug)(candidate.slug));
  if (!tool) return { kind: "unknown" };
  return { kind: isToolAllowed(policy, toolkit, tool) ? "allowed" : "disabled", tool };
}

/** The app tools that appear in a session's tool list under their own names. */
export function preloadedTools(policy: SessionPolicy, toolkit: Toolkit): readonly SandboxTool[] {
  const wanted = policy.preload?.tools ?? [];
  const allowed = allowedTools(policy, toolkit);
  return wanted === "all" ? allowed : allowed.filter((tool) => wanted.some(same(tool.slug)));
}
