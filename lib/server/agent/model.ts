import "server-only";
import { createOpenAI } from "@ai-sdk/openai";
import { dynamicTool, type LanguageModel, type Tool, type ToolSet } from "ai";
import { environment } from "../environment.ts";
import type { RouterTool } from "../router/mcp-connection.ts";
import { mayBeCalled } from "../router/unwrap.ts";
import { checkedSchema } from "./checked-schema.ts";
import { fetchUpToTheBreak } from "./model-fetch.ts";
import { toolSchema, toolText } from "./tool-text.ts";

// Notes on what a provider's schema dialect leaves out, on every request; nothing an operator could act on.
globalThis.AI_SDK_LOG_WARNINGS = false;

/**
 * A language model of the configured provider, over the OpenAI Responses API.
 *
 * @param onBreak hears why the connection broke in the middle of an answer; the answer ends there as interrupted
 */
export function languageModel(name: string, onBreak: (error: unknown) => void): LanguageModel {
  const { key, address } = environment().model;
  return createOpenAI({ apiKey: key, baseURL: address, fetch: fetchUpToTheBreak(onBreak) })(name);
}

/** Of tools as they were listed, which nobody changes: a list is good for many answers. */
const known = new WeakMap<RouterTool, Tool>();

function toolForModel(tool: RouterTool): Tool {
  const before = known.get(tool);
  if (before) return before;
  const seen = dynamicTool({
    description: toolText(tool.description ?? ""),
    inputSchema: checkedSchema(toolSchema(tool.inputSchema)),
  });
  known.set(tool, seen);
  return seen;
}

/** The router's tools as the model sees them: schemas only, without text that no person would see. Nothing here can run one. */
export function toolsForModel(tools: readonly RouterTool[]): ToolSet {
  return Object.fromEntries(
    tools.filter((tool) => mayBeCalled(tool.name)).map((tool) => [tool.name, toolForModel(tool)]),
  );
}
