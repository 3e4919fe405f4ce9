import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import { hasHiddenCharacters } from "@/lib/shared/hidden-characters";
import { toolTextLimit } from "../../agent/tool-text.ts";
import { canonicalJson } from "../../policy/canonical-json.ts";
import type { RouterTool } from "../mcp-connection.ts";

/** All of a tool that a model or the policy goes by, as it is pinned. */
export const toolDefinitionSchema = z.object({
  description: z.string(),
  inputSchema: z.record(z.string(), z.unknown()),
  annotations: z.record(z.string(), z.unknown()),
});
export type ToolDefinition = z.infer<typeof toolDefinitionSchema>;

export function definitionOf(tool: RouterTool): ToolDefinition {
  return {
    description: tool.description ?? "",
    inputSchema: tool.inputSchema,
    annotations: tool.annotations ?? {},
  };
}

/** Of tools as they were listed, which nobody changes: a list is good for many answers. */
const hashes = new WeakMap<RouterTool, string>();

/** SHA-256 of the name and the definition as canonical JSON, hexadecimal: the order of keys means nothing. */
export function hashOfTool(tool: RouterTool): string {
  const known = hashes.get(tool);
  if (known) return known;
  const hash = createHash("sha256")
    .update(canonicalJson([tool.name, definitionOf(tool)]))
    .digest("hex");
  hashes.set(tool, hash);
  return hash;
}

/** Tools by name, in the order of the list. Of two with one name the first counts. */
export function toolsByName(tools: readonly RouterTool[]): Map<string, RouterTool> {
  const byName = new Map<string, RouterTool>();
  for (const tool of tools) if (!byName.has(tool.name)) byName.set(tool.name, tool);
  return byName;
}

/** Every text in a definition, the names of its properties included. */
function* textsOf(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    yield key;
    yield* textsOf(inner);
  }
}

/** What is odd about a tool's text: it is longer than the model gets to see, or has characters that nobody sees. */
export type Concern = "long" | "hidden";

/** Empty when nothing is odd. */
export function concernsAbout(definition: ToolDefinition): Concern[] {
  const texts = [...textsOf(definition)];
  const concerns: Concern[] = [];
  if (texts.some((text) => text.length > toolTextLimit)) concerns.push("long");
  if (texts.some(hasHiddenCharacters)) concerns.push("hidden");
  return concerns;
}
