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

type Doing = Pick<PlannedAction, "tool" | "toolkit" | "arguments">;

const askingSchema = z.object({ toolkits: z.array(z.string()) });

/** The toolkits that an action uses, or wants a connection to. */
function toolkitsUsed({ tool, toolkit, arguments: input }: Doing): string[] {
  if (!isRouterTool(tool)) return [toolkit];
  const { data } = askingSchema.safeParse(input);
  return data?.toolkits.map((name) => name.toLowerCase()) ?? [];
}

/** Why an action may not take place in a chat in which these toolkits are off; null where it may. */
export function switchedOffError(action: Doing, off: readonly string[]): ErrorView | null {
  const toolkit = toolkitsUsed(action).find((used) => off.includes(used));
  if (!toolkit) return null;
  return errorViewOf("toolkit_off", say("toolkitOff", toolkit), say("switchToolkitOn"));
}

/** The toolkits that are off in a chat. Without several, none can be. */
export async function toolkitsOff(chatId: string, storage?: Database): Promise<readonly string[]> {
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

/**
 * What a router's own tool answered, without what it tells of toolkits that are off: their tools, and how they are connected. Whatever
 * names one of them goes, in whatever shape it comes.
 */
export function withoutToolkits(data: unknown, off: readonly string[]): unknown {
  const { toolkits } = environment();
  const names = (text: string) =>
    off.includes(text.toLowerCase()) ||
    (text.match(toolNames) ?? []).some((tool) => off.includes(toolkitOf(tool, toolkits)));
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
  if (off.length === 0) return data;
  const pruned = prune(data);
  return pruned === nothing ? null : pruned;
}
