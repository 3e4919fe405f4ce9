import "server-only";
import { createParser, type EventSourceMessage } from "eventsource-parser";
import { z } from "zod";

/**
 * Milliseconds between two pieces of an answer that are handed on. Every piece costs the same, however much is in it, and a page
 * shows no more of them. After a pause the first goes on at once.
 */
const interval = 64;

/** Characters of a piece to which nothing is joined any more: every reader of an answer holds one in memory. */
export const longestPiece = 16_384;

const deltaSchema = z.looseObject({
  type: z.enum([
    "response.output_text.delta",
    "response.reasoning_summary_text.delta",
    "response.function_call_arguments.delta",
  ]),
  delta: z.string(),
});

type Delta = z.infer<typeof deltaSchema>;

/** What says where a delta belongs: two with the same are neighbours in one text. */
const placeFields = ["type", "item_id", "output_index", "content_index", "summary_index"] as const;

const belongTogether = (one: Delta, other: Delta) =>
  placeFields.every((field) => one[field] === other[field]);

function deltaOf(data: string): Delta | null {
  // Most events of another kind are told by their beginning, without being read.
  if (!data.includes(".delta")) return null;
  try {
    return deltaSchema.safeParse(JSON.parse(data)).data ?? null;
  } catch {
    return null;
  }
}

const written = (data: string) =>
  `${data
    .split("\n")
    .map((line) => `data: ${line}\n`)
    .join("")}\n`;

/** Joins neighbouring deltas of an event stream: the same text in fewer, larger events. Everything else is handed on as it is. */
class DeltaJoiner {
  readonly #parser = createParser({ onEvent: (event) => this.#hear(event) });
  #ready = "";
  #held: Delta | undefined;

  /** Takes what came next of the stream. */
  feed(text: string): void {
    this.#parser.feed(text);
  }

  /** Whether there is a delta that the next one may join. */
  get holds(): boolean {
    return this.#held !== undefined;
  }

  /** Whether something has to go on without waiting. */
  get hurries(): boolean {
    return this.#ready !== "";
  }

  /** All that is whole, what was held among it. */
  take(): string {
    this.#release();
    const taken = this.#ready;
    this.#ready = "";
    return taken;
  }

  #hear({ data }: EventSourceMessage): void {
    const delta = deltaOf(data);
    const fits = this.#held && this.#held.delta.length < longestPiece;
    if (delta && this.#held && fits && belongTogether(this.#held, delta)) {
      this.#held = { ...this.#held, delta: this.#held.delta + delta.delta };
      return;
    }
    this.#release();
    if (delta) this.#held = delta;
    else this.#ready += written(data);
  }

  #release(): void {
    if (this.#held) this.#ready += written(JSON.stringify(this.#held));
    this.#held = undefined;
  }
}

/**
 * A model's event stream with its deltas joined before anybody reads them: each layer above pays by the event, not by the
 * character. What is not a delta is handed on at once, with what came before it.
 *
 * Where the connection breaks, the stream ends instead of failing: one that fails throws away what was not read yet. For the same
 * reason nothing is left lying in the connection; whoever listens is this process, which keeps all of the answer anyway.
 *
 * @param onBreak hears why the connection broke
 */
export function joinDeltas(
  body: ReadableStream<Uint8Array>,
  onBreak: (error: unknown) => void,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  const joiner = new DeltaJoiner();
  let handedOn = Number.NEGATIVE_INFINITY;
  let due: NodeJS.Timeout | undefined;
  let open = true;

  function handOn(controller: ReadableStreamDefaultController<Uint8Array>): void {
    clearTimeout(due);
    due = undefined;
    if (joiner.holds) handedOn = performance.now();
    const text = joiner.take();
    if (text) controller.enqueue(encoder.encode(text));
  }

  function close(): void {
    open = false;
    clearTimeout(due);
  }

  async function readAll(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (!open || done) return;
        joiner.feed(decoder.decode(value, { stream: true }));
        const wait = handedOn + interval - performance.now();
        if (joiner.hurries || wait <= 0) handOn(controller);
        else if (joiner.holds) due ??= setTimeout(handOn, wait, controller);
      }
    } catch (error) {
      if (open) onBreak(error);
    }
  }

  return new ReadableStream<Uint8Array>({
    start(controller) {
      void readAll(controller).then(() => {
        if (!open) return;
        handOn(controller);
        controller.close();
        close();
      });
    },
    cancel(reason) {
      close();
      return reader.cancel(reason);
    },
  });
}
