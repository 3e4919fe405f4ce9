import "server-only";
import type { RunChunk } from "../runs/log-line.ts";

/**
 * Numbers the texts and thoughts of one answer from 0. A provider's own ids are dozens of characters, and every piece of a text
 * would carry one to the log and to every reader.
 */
export class TextIds {
  readonly #numbers = new Map<string, string>();

  number(chunk: RunChunk): RunChunk {
    switch (chunk.type) {
      case "text-start":
      case "text-delta":
      case "text-end":
      case "reasoning-start":
      case "reasoning-delta":
      case "reasoning-end": {
        const id = this.#numbers.get(chunk.id) ?? String(this.#numbers.size);
        this.#numbers.set(chunk.id, id);
        return { ...chunk, id };
      }
      default:
        return chunk;
    }
  }
}
