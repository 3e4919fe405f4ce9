import type { OutputItem } from "./output";
import { newIdentifier } from "./output";
import type { ResponseRequest } from "./request";
import type { Usage } from "./usage";

export type ResponseObject = {
  id: string;
  object: "response";
  created_at: number;
  status: "in_progress" | "completed";
  model: string;
  output: readonly OutputItem[];
  usage: Usage | null;
  [echoed: string]: unknown;
};

/** A response that has just begun; the request's settings are echoed as the hosted service echoes them. */
export function beginResponse(request: ResponseRequest): ResponseObject {
  return {
    id: newIdentifier("resp"),
    object: "response",
    created_at: Math.floor(Date.now() / 1_000),
    status: "in_progress",
    background: false,
    completed_at: null,
    error: null,
    incomplete_details: null,
    instructions: request.instructions ?? null,
    max_output_tokens: request.max_output_tokens ?? null,
    max_tool_calls: null,
    metadata: request.metadata ?? {},
    model: request.model,
    output: [],
    parallel_tool_calls: request.parallel_tool_calls ?? true,
    previous_response_id: null,
    prompt_cache_key: request.prompt_cache_key ?? null,
    reasoning: { effort: null, summary: null, ...request.reasoning },
    safety_identifier: request.safety_identifier ?? null,
    service_tier: "default",
    store: request.store ?? true,
    temperature: request.temperature ?? 1,
    text: { format: { type: "text" }, verbosity: "medium", ...request.text },
    tool_choice: request.tool_choice ?? "auto",
    tools: request.tools ?? [],
    top_logprobs: 0,
    top_p: request.top_p ?? 1,
    truncation: request.truncation ?? "disabled",
    usage: null,
    user: request.user ?? null,
  };
}

export function completeResponse(
  response: ResponseObject,
  output: readonly OutputItem[],
  usage: Usage,
): ResponseObject {
  return {
    ...response,
    status: "completed",
    completed_at: Math.floor(Date.now() / 1_000),
    output,
    usage,
  };
}
