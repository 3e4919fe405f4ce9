import "server-only";
import type { RunChunk } from "../runs/log-line.ts";
import { unreadable } from "./model-error.ts";

const isCall = ({ type }: RunChunk) =>
  type === "tool-input-available" || type === "tool-input-error";
const isText = (chunk: RunChunk) => chunk.type === "text-delta" && chunk.delta.trim() !== "";
const isThought = (chunk: RunChunk) => chunk.type === "reasoning-delta" && chunk.delta !== "";

/**
 * What one step says. Chunks that only announce others wait until there is something to see, so that an attempt that fails
 * before it leaves nothing behind, and a model that says only spaces has said nothing.
 */
export class Speech {
  readonly #append: (chunk: RunChunk) => void;
  readonly #begin: () => void;
  #held: RunChunk[] = [];
  #open = new Set<string>();
  #said = false;
  #answered = false;

  /** @param begin called once, before the first chunk is appended */
  constructor(append: (chunk: RunChunk) => void, begin: () => void) {
    this.#append = append;
    this.#begin = begin;
  }

  /** Whether anything was appended: then the model must not be asked for this step again. */
  get said(): boolean {
    return this.#said;
  }

  /** Whether there is an answer: words or a call, not only a thought. */
  get answered(): boolean {
    return this.#answered;
  }

  /** @throws BranchlineError when the chunk goes on with a text that never began: a log with it in it could not be read. */
  say(chunk: RunChunk): void {
    this.#checkPlace(chunk);
    this.#answered ||= isText(chunk) || isCall(chunk);
    if (!this.#said && !this.#answered && !isThought(chunk)) {
      this.#held.push(chunk);
      return;
    }
    if (!this.#said) this.#begin();
    this.#said = true;
    for (const held of this.#held.splice(0)) this.#append(held);
    this.#append(chunk);
  }

  /** Forgets what a failed attempt announced. */
  forget(): void {
    this.#held = [];
    this.#open.clear();
  }

  #checkPlace(chunk: RunChunk): void {
    switch (chunk.type) {
      case "text-start":
      case "reasoning-start":
        this.#open.add(chunk.id);
        return;
      case "text-delta":
      case "reasoning-delta":
        if (!this.#open.has(chunk.id)) throw unreadable();
        return;
      case "text-end":
      case "reasoning-end":
        if (!this.#open.delete(chunk.id)) throw unreadable();
    }
  }
}
