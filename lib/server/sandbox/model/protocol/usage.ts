import type { OutputItem } from "./output";
import type { ResponseRequest } from "./request";

export type Usage = {
  input_tokens: number;
  input_tokens_details: { cached_tokens: number; cache_write_tokens: number };
  output_tokens: number;
  output_tokens_details: { reasoning_tokens: number };
  total_tokens: number;
};

const charactersPerToken = 4;
/** The hosted service caches prompts from this size on, in steps of 128 tokens. */
const smallestCachedPrompt = 1_024;
const cacheStep = 128;

function tokens(characters: number): number {
  return Math.ceil(characters / charactersPerToken);
}

/**
 * Everything before the newest words was part of an earlier request of this conversation; a first request has no
 * earlier one, and nothing of it counts as cached.
 */
function cachedTokens(request: ResponseRequest, fixedCharacters: number): number {
  const lastAnswer = request.input.findLastIndex(
    (item) =>
      item.type === "function_call" || (item.type === "message" && item.role === "assistant"),
  );
  if (lastAnswer < 0) return 0;
  const earlier = fixedCharacters + JSON.stringify(request.input.slice(0, lastAnswer)).length;
  const prompt = Math.floor(earlier / charactersPerToken);
  return prompt < smallestCachedPrompt ? 0 : prompt - (prompt % cacheStep);
}

/** Token counts estimated at four characters each. */
export function estimateUsage(request: ResponseRequest, output: readonly OutputItem[]): Usage {
  const fixedCharacters =
    JSON.stringify(request.tools ?? []).length + (request.instructions?.length ?? 0);
  const inputTokens = tokens(fixedCharacters + JSON.stringify(request.input).length);
  const outputTokens = output.reduce(
    (sum, item) =>
      sum +
      tokens(
        item.type === "message"
          ? item.content.reduce((length, part) => length + part.text.length, 0)
          : item.name.length + item.arguments.length,
      ),
    0,
  );
  return {
    input_tokens: inputTokens,
    input_tokens_details: {
      cached_tokens: cachedTokens(request, fixedCharacters),
      cache_write_tokens: 0,
    },
    output_tokens: outputTokens,
    output_tokens_details: { reasoning_tokens: 0 },
    total_tokens: inputTokens + outputTokens,
  };
}
