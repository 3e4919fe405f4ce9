import "server-only";
import { SpanKind } from "@opentelemetry/api";
import { environment } from "../environment.ts";
import type { Used } from "../usage/meter.ts";
import { instruments, secondsSince } from "./instruments.ts";
import { errorAttributes, inSpan } from "./spans.ts";

/** What becomes known of an answer of a model, as far as it does. */
export type AnswerFacts = { used?: Used | undefined; finishReason?: string | undefined };

/** Tells of one question to a model: which, how long, how many tokens, how it ended. Of what is said it gets to know nothing. */
export async function observeModelCall<Result>(
  model: string,
  ask: (facts: AnswerFacts) => Promise<Result>,
): Promise<Result> {
  const { hostname, port, protocol } = new URL(environment().model.address);
  const common = {
    "gen_ai.operation.name": "chat",
    "gen_ai.provider.name": "openai",
    "gen_ai.request.model": model,
    "server.address": hostname,
    "server.port": Number(port) || (protocol === "https:" ? 443 : 80),
  };
  return inSpan(`chat ${model}`, { kind: SpanKind.CLIENT, attributes: common }, async (span) => {
    const start = performance.now();
    const facts: AnswerFacts = {};
    let failure = {};
    try {
      return await ask(facts);
    } catch (error) {
      failure = errorAttributes(error);
      throw error;
    } finally {
      const { used, finishReason } = facts;
      const measured = instruments();
      measured?.modelDuration.record(secondsSince(start), { ...common, ...failure });
      if (finishReason) span.setAttribute("gen_ai.response.finish_reasons", [finishReason]);
      if (used) {
        span.setAttribute("gen_ai.usage.input_tokens", used.input);
        span.setAttribute("gen_ai.usage.cache_read.input_tokens", used.cachedInput);
        span.setAttribute("gen_ai.usage.output_tokens", used.output);
        const counted = (type: string) => ({ ...common, "gen_ai.token.type": type });
        measured?.modelTokens.record(used.input, counted("input"));
        measured?.modelTokens.record(used.output, counted("output"));
      }
    }
  });
}
