import { z } from "zod";
import type { SandboxTool } from "@/lib/server/sandbox/contract";
import { ProviderError } from "./provider-error";
import type { ToolSession } from "./session";

type Definition<Shape extends z.ZodRawShape> = Pick<
  SandboxTool,
  "slug" | "name" | "description" | "hints" | "scopes"
> & {
  /** The path in Bitbucket's API, with the arguments' names in braces. Shown in refusals. */
  endpoint: string;
  input: z.ZodObject<Shape>;
  /** What is promised of `data`; more may come. */
  output: z.ZodType;
  run(
    session: ToolSession,
    input: z.output<z.ZodObject<Shape>>,
  ): Record<string, unknown> | Promise<Record<string, unknown>>;
};

export type BitbucketTool = {
  tool: SandboxTool;
  endpoint: string;
  /** A change is logged; a read leaves nothing behind. */
  changes: boolean;
  output: z.ZodType;
  /** @throws ProviderError for arguments that do not fit and for everything Bitbucket refuses. */
  run(session: ToolSession, input: Record<string, unknown>): Promise<Record<string, unknown>>;
};

/** Makes a tool whose description and whose validation come from the same schema. */
export function defineTool<Shape extends z.ZodRawShape>(
  definition: Definition<Shape>,
): BitbucketTool {
  const { slug, name, description, hints, scopes, endpoint, input, output, run } = definition;
  const envelope = z.object({
    data: output,
    error: z.string().nullable().describe("What went wrong, if anything did."),
    successful: z.boolean().describe("Whether the call did what it was asked to."),
  });
  return {
    tool: {
      slug,
      name,
      description,
      hints,
      scopes,
      inputParameters: jsonSchema(input, "input"),
      outputParameters: jsonSchema(envelope, "output"),
    },
    endpoint,
    changes: !hints.includes("readOnlyHint"),
    output,
    async run(session, given) {
      const parsed = input.safeParse(given);
      if (!parsed.success) throw invalidArguments(parsed.error);
      return run(session, parsed.data);
    },
  };
}

function jsonSchema(schema: z.ZodType, io: "input" | "output"): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    override: ({ jsonSchema: part }) => {
      if (part.maximum === Number.MAX_SAFE_INTEGER) delete part.maximum;
      if (part.minimum === Number.MIN_SAFE_INTEGER) delete part.minimum;
    },
  });
  return rest;
}

function invalidArguments(error: z.ZodError): ProviderError {
  const fields: Record<string, string[]> = Object.create(null);
  for (const issue of error.issues) {
    const field = issue.path.join(".") || "arguments";
    fields[field] = [...(fields[field] ?? []), issue.message];
  }
  const summary = Object.entries(fields).map(([field, problems]) => `${field}: ${problems[0]}`);
  return new ProviderError(400, summary.join("; "), { fields });
}
