import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import type { ErrorView } from "@/lib/shared/error";
import { errorViewOf } from "../../language/sentence.ts";
import { type Database, database } from "../database/connection.ts";
import { chat } from "../database/schema.ts";
import { environment } from "../environment.ts";
import { isRouterTool, type PlannedAction, toolkitOf } from "../router/unwrap.ts";
import { say } from "../say.ts";
import { readPolicy } from "./everyone.ts";
import { knownPolicy } from "./known-policy.ts";
import { isForbidden, type ToolLists } from "./tool-lists.ts";

export type SwitchedOff = {
  toolkits: readonly string[];
  /** Those of the toolkits that nobody in this installation may use. */
  withheld: readonly string[];
  tools: ToolLists;
};

type Doing = Pick<PlannedAction, "tool" | "toolkit" | "arguments">;

const askingSchema = z.object({ toolkits: z.array(z.string()) });

/** The toolkits that an action uses, or wants a connection to. */
function toolkitsUsed({ tool, toolkit, arguments: input }: Doing): string[] {
  if (!isRouterTool(tool)) return [toolkit];
  const { data } = askingSchema.safeParse(input);
  return data?.toolkits.map((name) => name.toLowerCase()) ?? [];
}

/** Why an action may not take place in a chat, by what is off in it; null where it may. */
export function switchedOffError(action: Doing, off: SwitchedOff): ErrorView | null {
  if (isForbidden(action.tool, off.tools))
    return errorViewOf("tool_denied", say("toolDenied", action.tool), say("askAdministrator"));
  const toolkit = toolkitsUsed(action).find((used) => off.toolkits.includes(used));
  if (!toolkit) return null;
  if (off.withheld.includes(toolkit))
    return errorViewOf("tool_denied", say("toolDenied", action.tool), say("askAdministrator"));
  return errorViewOf("toolkit_off", say("toolkitOff", toolkit), say("switchToolkitOn"));
}

/**
 * What may not be used in a chat: toolkits that its person has switched off, and toolkits and tools that the installation or its
 * administrators deny.
 *
 * @param storage the transaction that decides by it: in there it is what is stored at this moment
 */
export async function readSwitchedOff(chatId: string, storage?: Database): Promise<SwitchedOff> {
  const { tools, toolkits } = environment();
  const policy = await (storage ? readPolicy(storage) : knownPolicy());
  const withheld = toolkits.filter((name) => policy.toolkits?.includes(name) === false);
  return {
    toolkits: [...withheld, ...(await toolkitsOff(chatId, storage))],
    withheld,
    tools: { ...tools, denied: [...tools.denied, ...policy.deniedTools] },
  };
}

/** Without several, none can be off. */
async function toolkitsOff(chatId: string, storage?: Database): Promise<readonly string[]> {
  if (environment().toolkits.length < 2) return [];
  const [row] = await (storage ?? (await database()))
    .select({ off: chat.toolkitsOff })
    .from(chat)
    .where(eq(chat.id, chatId));
  return row?.off ?? [];
}

const toolNames = /\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/g;

/** Stands for what is left out. */
const nothing = Symbol("nothing");

/** Whether a tool is off by itself or with its toolkit. */
export function isSwitchedOff(tool: string, off: SwitchedOff): boolean {
  return (
    off.toolkits.includes(toolkitOf(tool, environment().toolkits)) || isForbidden(tool, off.tools)
  );
}

/**
 * What a router's own tool answered, without what it tells of what is off: toolkits, their tools, and how they are connected.
 * Whatever names one of them goes, in whatever shape it comes.
 */
export function withoutSwitchedOff(data: unknown, off: SwitchedOff): unknown {
  const { toolkits } = environment();
  const isTool = (name: string) => toolkits.includes(toolkitOf(name, toolkits));
  const names = (text: string) =>
    off.toolkits.includes(text.toLowerCase()) ||
    (text.match(toolNames) ?? []).some((name) => isTool(name) && isSwitchedOff(name, off));
  const prune = (value: unknown): unknown => {
    if (typeof value === "string") return names(value) ? nothing : value;
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map(prune).filter((item) => item !== nothing);
    const entries = Object.entries(value);
    // An object that says what it is about goes as a whole.
    const about = entries.some(
      ([key, item]) =>
        /^(toolkit|toolkit_slug|tool_slug|slug|name)$/.test(key) &&
        typeof item === "string" &&
        names(item),
    );
    if (about) return nothing;
    return Object.fromEntries(
      entries
        .filter(([key]) => !names(key))
        .map(([key, item]) => [key, prune(item)] as const)
        .filter(([, item]) => item !== nothing),
    );
  };
  const { allowed, denied } = off.tools;
  if (off.toolkits.length === 0 && denied.length === 0 && !allowed) return data;
  const pruned = prune(data);
  return pruned === nothing ? null : pruned;
}
