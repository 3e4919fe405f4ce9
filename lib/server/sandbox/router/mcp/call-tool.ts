import { ErrorCode, McpError } from "@modelcontextprotocol/sdk/types.js";
import { toHostedError } from "../errors";
import { executeTool, refusalMessage } from "../execution/execute-tool";
import { findMetaTool } from "../meta-tools/catalogue";
import { failure, type MetaToolCall, type ToolResult } from "../meta-tools/definition";
import { preloadedTools } from "../sessions/access";

async function runListedTool(
  name: string,
  toolArguments: Record<string, unknown>,
  call: MetaToolCall,
): Promise<ToolResult> {
  const { services, session } = call;
  const metaTool = findMetaTool(session.policy, name);
  if (metaTool) return metaTool.run(toolArguments, call);
  const listed = preloadedTools(session.policy, services.toolkit);
  const appTool = listed.find(({ slug }) => slug === name);
  if (!appTool) throw new McpError(ErrorCode.InvalidParams, `Tool ${name} not found`);
  const execution = await executeTool(services, session, { slug: name, arguments: toolArguments });
  return execution.kind === "executed"
    ? execution.outcome
    : failure(refusalMessage(execution.refusal));
}

/**
 * Runs a tool of the session's list. Throws JSON-RPC -32602 for a tool that is not in it, and -32603 for a defect, whose
 * details are reported and not told.
 */
export async function callListedTool(
  name: string,
  toolArguments: Record<string, unknown>,
  call: MetaToolCall,
): Promise<ToolResult> {
  try {
    return await runListedTool(name, toolArguments, call);
  } catch (error) {
    if (error instanceof McpError) throw error;
    const { message } = toHostedError(error, call.services.reportError);
    throw new McpError(ErrorCode.InternalError, message);
  }
}
