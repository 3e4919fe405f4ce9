import "server-only";
import type { LanguageModelUsage, ModelMessage, TextStreamPart, ToolSet } from "ai";
import type { Used } from "../usage/meter.ts";
import { sizeOf } from "./prompt-size.ts";

/** Roughly, for an answer that was cut off before its provider said how much it used. */
const charactersPerToken = 4;

/** A provider's counts; null when it gave none. */
export function countedBy(usage: LanguageModelUsage): Used | null {
  const { inputTokens, inputTokenDetails, outputTokens } = usage;
  if (inputTokens === undefined && outputTokens === undefined) return null;
  const input = inputTokens ?? 0;
  const cachedInput = Math.min(inputTokenDetails.cacheReadTokens ?? 0, input);
  return { input, cachedInput, output: outputTokens ?? 0, estimated: false };
}

/** What one step used, as its provider counts it. A step that is stopped early is estimated, or stopping would cost nothing. */
export class StepUsage {
  readonly #messages: readonly ModelMessage[];
  #heard: number | null = null;
  #counted: Used | null = null;

  /** @param messages what the model was asked with */
  constructor(messages: readonly ModelMessage[]) {
    this.#messages = messages;
  }

  hear(part: TextStreamPart<ToolSet>): void {
    switch (part.type) {
      case "text-delta":
      case "reasoning-delta":
        this.#heard = (this.#heard ?? 0) + part.text.length;
        return;
      case "tool-input-delta":
        this.#heard = (this.#heard ?? 0) + part.delta.length;
        return;
      case "finish-step":
        this.#counted = countedBy(part.usage);
    }
  }

  /** Null for a request that was not answered at all. */
  used(): Used | null {
    if (this.#counted || this.#heard === null) return this.#counted;
    const tokens = (characters: number) => Math.ceil(characters / charactersPerToken);
    return {
      input: tokens(sizeOf(this.#messages)),
      cachedInput: 0,
      output: tokens(this.#heard),
      estimated: true,
    };
  }
}
