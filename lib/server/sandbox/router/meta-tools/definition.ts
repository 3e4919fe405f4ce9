import { z } from "zod";
import type { ToolHint } from "../../contract";
import type { RouterServices } from "../services";
import type { SessionPolicy } from "../sessions/policy";
import type { StoredSession } from "../store/schema";

/** The inner envelope of every tool: a failure is an ordinary result. */
export type ToolResult = {
  data: Record<string, unknown>;
  error: string | null;
  successful: boolean;
};

export const success = (data: Record<string, unknown>): ToolResult => ({
  data,
  error: null,
  successful: true,
});

export const failure = (error: string, data: Record<string, unknown> = {}): ToolResult => ({
  data,
  error,
  successful: false,
});

type Progress = { progress: number; total?: number; message: string };

/** The surroundings of one call of a router tool. */
export type MetaToolCall = {
  services: RouterServices;
  session: StoredSession;
  /** The router's address as the caller sees it. */
  address: string;
  reportProgress: (progress: Progress) => Promise<void>;
  /** Aborts when the caller went away. */
  signal: AbortSignal;
};

export type MetaTool = {
  slug: string;
  name: string;
  description: string;
  tags: readonly (ToolHint | "important")[];
  isListed: (policy: SessionPolicy) => boolean;
  inputSchema: (policy: SessionPolicy) => Record<string, unknown>;
  /** Arguments that do not fit the schema come back as a failure a model can read and correct. */
  run: (rawArguments: unknown, call: MetaToolCall) => Promise<ToolResult>;
};

/** The word that ties a conversation's calls together; the model echoes it. */
export const sessionWordSchema = z
  .string()
  .optional()
  .describe("The session id that COMPOSIO_SEARCH_TOOLS returned. Pass it in every following call.");

export function defineMetaTool<Schema extends z.ZodType>(
  definition: Omit<MetaTool, "inputSchema" | "run"> & {
    input: (policy: SessionPolicy) => Schema;
    run: (input: z.infer<Schema>, call: MetaToolCall) => Promise<ToolResult>;
  },
): MetaTool {
  const { input, run, ...rest } = definition;
  return {
    ...rest,
    inputSchema: (policy) => {
      const { $schema: _, ...schema } = z.toJSONSchema(input(policy), { io: "input" });
      return schema;
    },
    run: async (rawArguments, call) => {
      const parsed = input(call.session.policy).safeParse(rawArguments);
      if (parsed.success) return run(parsed.data, call);
      const issues = parsed.error.issues.map(
        ({ path, message }) => `- ${path.length === 0 ? "arguments" : path.join(".")}: ${message}`,
      );
      return failure(`Invalid request data provided for ${rest.slug}\n${issues.join("\n")}`);
    },
  };
}
