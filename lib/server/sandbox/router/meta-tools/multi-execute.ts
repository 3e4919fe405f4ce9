import { z } from "zod";
import { executeTool, refusalMessage } from "../execution/execute-tool";
import {
  defineMetaTool,
  failure,
  type MetaToolCall,
  sessionWordSchema,
  success,
} from "./definition";
import { workflowSession } from "./session-word";

const item = z.object({
  tool_slug: z.string().min(1).describe("A slug that COMPOSIO_SEARCH_TOOLS returned."),
  arguments: z.record(z.string(), z.unknown()).describe("Must match the tool's input schema."),
});

const itemWithAccount = item.extend({
  account: z.string().optional().describe("The id or alias of the connected account to run as."),
});

const inputOf = <Item extends typeof item>(itemSchema: Item) =>
  z.object({
    tools: z.array(itemSchema).min(1).max(50),
    sync_response_to_workbench: z
      .boolean()
      .describe("Whether to keep the results in the remote workbench. Without a workbench: false."),
    thought: z.string().optional(),
    current_step: z.string().optional(),
    current_step_metric: z.string().optional(),
    session_id: sessionWordSchema,
    memory: z.record(z.string(), z.unknown()).optional(),
  });

const singleAccountInput = inputOf(item);
const multiAccountInput = inputOf(itemWithAccount);

type Item = z.infer<typeof itemWithAccount>;

type ItemResult = {
  response: {
    successful: boolean;
    data: Record<string, unknown>;
    error: string | null;
    log_id: string;
  } | null;
  tool_slug: string;
  index: number;
  error: string | null;
};

async function runItem(call: MetaToolCall, tool: Item, index: number): Promise<ItemResult> {
  const place = { tool_slug: tool.tool_slug, index };
  const refused = (error: string) => ({ error, index, response: null, tool_slug: tool.tool_slug });
  // There is no way to pick a stateless answer up again: what has not begun for a caller that left must not begin.
  if (call.signal.aborted) return refused("Cancelled before it began: the caller went away.");
  const execution = await executeTool(call.services, call.session, {
    slug: tool.tool_slug,
    arguments: tool.arguments,
    account: tool.account,
  });
  switch (execution.kind) {
    case "refused":
      return refused(refusalMessage(execution.refusal));
    case "executed": {
      const { successful, data, error } = execution.outcome;
      const response = { successful, data, error, log_id: execution.logId };
      return { response, ...place, error };
    }
  }
}

export const multiExecuteTool = defineMetaTool({
  slug: "COMPOSIO_MULTI_EXECUTE_TOOL",
  name: "Execute tools",
  description:
    "Runs 1 to 50 tools, in their order. Each has its own result; one that fails stops no other. Needs an active connection for each tool's toolkit.",
  tags: ["openWorldHint", "destructiveHint", "important"],
  isListed: (policy) => policy.execute?.enable_multi_execute ?? true,
  input: (policy): typeof singleAccountInput | typeof multiAccountInput =>
    policy.multi_account?.enable ? multiAccountInput : singleAccountInput,
  run: async ({ tools, session_id: sessionId }, call) => {
    const total = tools.length;
    const results: ItemResult[] = [];
    for (const [index, tool] of tools.entries()) {
      results.push(await runItem(call, tool, index));
      await call.reportProgress({
        progress: index + 1,
        total,
        message: `${index + 1} of ${total}`,
      });
    }
    const failures = results.filter(({ error }) => error !== null).length;
    const data = {
      results,
      total_count: total,
      success_count: total - failures,
      error_count: failures,
      session: workflowSession(sessionId),
      remote_file_info: null,
      next_steps: null,
    };
    return failures === 0
      ? success(data)
      : failure(`${failures} out of ${total} tools failed`, data);
  },
});
