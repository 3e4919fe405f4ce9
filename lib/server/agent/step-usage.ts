import "server-only";
import type { ModelMessage, TextStreamPart, ToolSet } from "ai";

/** Roughly, for an answer that was cut off before its provider said how much it used. */
const charactersPerToken = 4;

/** What one step used, as its provider counts it. A step that is stopped early is estimated, or stopping would cost nothing. */
export class StepUsage {
  readonly #messages: readonly ModelMessage[];
  #heard: number | null = null;
  #counted: number | undefined;

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
        this.#counted = part.usage.totalTokens;
    }
  }

  /** In tokens; 0 for a request that was not answered at all. */
  tokens(): number {
    if (this.#counted !== undefined) return this.#counted;
    if (this.#heard === null) return 0;
    return Math.ceil((JSON.stringify(this.#messages).length + this.#heard) / charactersPerToken);
  }
}
