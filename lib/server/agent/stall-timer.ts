import "server-only";
import { BranchlineError } from "../errors.ts";
import { say } from "../say.ts";

/** Milliseconds: before the first word, between two words, and for the whole answer. */
type StallLimits = { firstChunk: number; chunk: number; total: number };

const silent = (limit: number) => new BranchlineError("model_stalled", say("modelSilent", limit));
const tooSlow = (limit: number) => new BranchlineError("model_stalled", say("modelTooSlow", limit));

/**
 * Gives up on a model that is silent for too long. The SDK's own limits begin with the first event of an answer, so they never
 * end a provider that accepts a request and sends nothing; and they end an answer without saying why.
 */
export class StallTimer {
  readonly #controller = new AbortController();
  readonly #limits: StallLimits;
  readonly #total: NodeJS.Timeout;
  #silence: NodeJS.Timeout;
  #hasSpoken = false;

  constructor(limits: StallLimits) {
    this.#limits = limits;
    this.#total = setTimeout(() => this.#controller.abort(tooSlow(limits.total)), limits.total);
    this.#silence = this.#wait(limits.firstChunk);
  }

  #wait(limit: number): NodeJS.Timeout {
    return setTimeout(() => this.#controller.abort(silent(limit)), limit);
  }

  /** Aborted with a `model_stalled` error. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /**
   * The model gave a sign of life. Comments that keep a connection open are none; they never get here.
   *
   * @param spoke it was a piece of the answer, not only the announcement of one: it thinks for long before the first
   */
  heard(spoke: boolean): void {
    this.#hasSpoken ||= spoke;
    clearTimeout(this.#silence);
    this.#silence = this.#wait(this.#hasSpoken ? this.#limits.chunk : this.#limits.firstChunk);
  }

  /** Has to be called when the answer is over. */
  stop(): void {
    clearTimeout(this.#total);
    clearTimeout(this.#silence);
  }
}
