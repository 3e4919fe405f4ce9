import { z } from "zod";
import { rankTools } from "../search/rank";
import { allowedTools, lookUpTool } from "../sessions/access";
import { defineMetaTool, failure, sessionWordSchema, success } from "./definition";

const input = z.object({
  tool_slugs: z
    .array(z.string().min(1))
    .min(1)
    .describe("Slugs that COMPOSIO_SEARCH_TOOLS returned."),
  include: z.array(z.enum(["input_schema", "output_schema"])).default(["input_schema"]),
  session_id: sessionWordSchema,
});

export const getToolSchemasTool = defineMetaTool({
  slug: "COMPOSIO_GET_TOOL_SCHEMAS",
  name: "Get tool schemas",
  description:
    "Answers with the full schemas of tools whose slugs are known. Never guess a slug: take it from COMPOSIO_SEARCH_TOOLS.",
  tags: ["readOnlyHint"],
  isListed: (policy) => policy.search?.enable ?? true,
  input: () => input,
  run: async ({ tool_slugs: slugs, include }, { services: { toolkit }, session: { policy } }) => {
    const lookups = slugs.map((slug) => ({ slug, lookup: lookUpTool(policy, toolkit, slug) }));
    const schemas = lookups.flatMap(({ lookup }) => {
      if (lookup.kind !== "allowed") return [];
      const { tool } = lookup;
      const entry = {
        toolkit: toolkit.slug.toUpperCase(),
        tool_slug: tool.slug,
        description: tool.description,
        ...(include.includes("input_schema") ? { input_schema: tool.inputParameters } : {}),
        ...(include.includes("output_schema") ? { output_schema: tool.outputParameters } : {}),
      };
      return [[tool.slug, entry] as const];
    });
    const missing = lookups.flatMap(({ slug, lookup }) =>
      lookup.kind === "allowed" ? [] : [slug],
    );
    const toolSchemas = Object.fromEntries(schemas);
    if (missing.length === 0) return success({ success: true, tool_schemas: toolSchemas });
    const message = `The following tool slugs were not found: ${missing.join(", ")}.`;
    const available = allowedTools(policy, toolkit);
    return failure(message, {
      success: false,
      tool_schemas: toolSchemas,
      not_found: missing,
      not_found_message: message,
      suggestions: Object.fromEntries(
        missing.map((slug) => {
          const { primary } = rankTools(available, slug.split("_").join(" "));
          return [slug, primary.map((tool) => tool.slug)];
        }),
      ),
    });
  },
});
