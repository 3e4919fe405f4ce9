import { z } from "zod";
import { searchTools } from "../search/search";
import { defineMetaTool, success } from "./definition";

const input = z.object({
  queries: z
    .array(
      z.object({
        use_case: z
          .string()
          .min(1)
          .max(1024)
          .describe("One task in plain words, without names or ids."),
        known_fields: z
          .string()
          .optional()
          .describe('What is known already, as "key:value, key:value".'),
      }),
    )
    .min(1),
  session: z
    .object({ id: z.string().optional(), generate_id: z.boolean().optional() })
    .optional()
    .describe("{generate_id: true} for a new task, {id} to go on with one."),
  model: z.string().optional(),
  search_strategy: z.enum(["auto", "tool_search"]).optional(),
});

export const searchToolsTool = defineMetaTool({
  slug: "COMPOSIO_SEARCH_TOOLS",
  name: "Search tools",
  description:
    "Finds the tools for one or more tasks. Answers with tool slugs, their input schemas and whether the toolkit is connected. Call it first, before any other tool.",
  tags: ["important", "openWorldHint", "readOnlyHint"],
  isListed: (policy) => policy.search?.enable ?? true,
  input: () => input,
  run: async ({ queries, session: workflow }, { services, session }) =>
    success(
      await searchTools(services, session, {
        useCases: queries.map(({ use_case }) => use_case),
        workflowSessionId: workflow?.generate_id ? undefined : workflow?.id,
      }),
    ),
});
