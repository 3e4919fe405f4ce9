import type { ToolAnnotations } from "@modelcontextprotocol/sdk/types.js";

/** All four hints, spelled out: MCP's default for an absent destructiveHint is true. */
export function annotationsFor(title: string, tags: readonly string[]): ToolAnnotations {
  return {
    title,
    readOnlyHint: tags.includes("readOnlyHint"),
    destructiveHint: tags.includes("destructiveHint"),
    idempotentHint: tags.includes("idempotentHint"),
    openWorldHint: tags.includes("openWorldHint"),
  };
}
