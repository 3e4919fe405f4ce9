import "server-only";
import { and, eq } from "drizzle-orm";
import { database } from "../../database/connection.ts";
import { toolPin } from "../../database/schema.ts";
import { environment } from "../../environment.ts";
import { log } from "../../log.ts";
import type { RouterTool } from "../mcp-connection.ts";
import { namesAccounts } from "../session.ts";
import { concernsAbout, definitionOf, hashOfTool, toolsByName } from "./definition.ts";

/** What tools are compared by; a pin's definition is for people, and long. */
const compared = { name: toolPin.name, hash: toolPin.hash, listedHash: toolPin.listedHash };
type Pin = Pick<typeof toolPin.$inferSelect, keyof typeof compared>;

/** Tools as they may be used. */
export type PinnedTools = {
  /** What was seen first, or accepted since; a changed tool has words of ours in place of its own. */
  tools: RouterTool[];
  /** Names of tools that have changed since: nothing of theirs is shown to a model, and no call of theirs is sent. */
  changed: ReadonlySet<string>;
};

/** The list a tool is on: another router, or another way to use it, lists other tools under the same names. */
export function toolSource(): string {
  const { router, routerMode, toolkits } = environment();
  // With several accounts, the dispatcher's items have one more field.
  const accounts = namesAccounts() ? ["accounts"] : [];
  return [router.address, routerMode, toolkits.join(","), ...accounts].join(" ");
}

const readPins = async (source: string): Promise<Map<string, Pin>> => {
  const rows = await (await database())
    .select(compared)
    .from(toolPin)
    .where(eq(toolPin.source, source));
  return new Map(rows.map((row) => [row.name, row]));
};

async function addPins(source: string, tools: readonly RouterTool[]): Promise<void> {
  const rows = tools.map((tool) => ({
    source,
    name: tool.name,
    hash: hashOfTool(tool),
    definition: definitionOf(tool),
  }));
  await (await database()).insert(toolPin).values(rows).onConflictDoNothing();
  for (const { name, definition } of rows)
    if (concernsAbout(definition).length > 0) log.warn("tool.odd_text", { tool: name });
}

/** Keeps what a tool has become beside what was pinned, for a person to compare; null when it is as it was again. */
async function noteChange(source: string, pin: Pin, tool: RouterTool | null): Promise<void> {
  const listedHash = tool && hashOfTool(tool);
  if (pin.listedHash === listedHash) return;
  await (await database())
    .update(toolPin)
    .set({
      listedHash,
      listedDefinition: tool && definitionOf(tool),
      listedAt: tool && new Date(),
    })
    .where(and(eq(toolPin.source, source), eq(toolPin.name, pin.name)));
  if (tool) log.warn("tool.changed", { tool: tool.name });
}

/** A changed tool as a model sees it: it may hear that the tool is there, and nothing that the tool says now. */
const withheld = (name: string): RouterTool => ({
  name,
  description:
    "Withheld: this tool has changed since it was first seen, and calls of it are refused. Tell the person to look at the change on the Tools page.",
  inputSchema: { type: "object" },
});

/**
 * Compares listed tools with what was seen of them first. A tool that nobody has seen is pinned as it is; one whose
 * description, schema or annotations are others is withheld until a person accepts the change.
 */
export async function pinTools(listed: readonly RouterTool[]): Promise<PinnedTools> {
  const source = toolSource();
  const byName = toolsByName(listed);
  let pins = await readPins(source);
  const unseen = [...byName.values()].filter(({ name }) => !pins.has(name));
  if (unseen.length > 0) {
    await addPins(source, unseen);
    // Read again: another process may have seen them in the same moment, and seen others.
    pins = await readPins(source);
  }
  const tools: RouterTool[] = [];
  const changed = new Set<string>();
  for (const tool of byName.values()) {
    const pin = pins.get(tool.name);
    if (!pin) continue;
    if (pin.hash === hashOfTool(tool)) {
      tools.push(tool);
      await noteChange(source, pin, null);
    } else {
      tools.push(withheld(tool.name));
      changed.add(tool.name);
      await noteChange(source, pin, tool);
    }
  }
  return { tools, changed };
}
