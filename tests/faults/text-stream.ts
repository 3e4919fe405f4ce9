import { setTimeout as delay } from "node:timers/promises";

type Event = { type: string; [field: string]: unknown };

const response = { id: "resp_1", created_at: 0, model: "scripted", incomplete_details: null };
const item = { id: "msg_1", type: "message", role: "assistant", content: [] };
const place = { item_id: item.id, output_index: 0, content_index: 0 };

async function* eventsOf(pieces: AsyncIterable<string>): AsyncGenerator<Event> {
  yield { type: "response.created", response };
  yield { type: "response.output_item.added", output_index: 0, item };
  for await (const delta of pieces) yield { type: "response.output_text.delta", ...place, delta };
  yield { type: "response.output_item.done", output_index: 0, item };
  const usage = { input_tokens: 1, output_tokens: 1 };
  yield { type: "response.completed", response: { ...response, usage } };
}

/**
 * An answer of a model whose text comes piece by piece, as fast as it is taken.
 *
 * @param onEnd called once, when all was said or nobody listens any more
 */
export function textStream(
  pieces: AsyncIterable<string>,
  onEnd: (heard: "all" | "cut") => void = () => {},
): Response {
  const events = eventsOf(pieces);
  const body = new ReadableStream<string>({
    async pull(controller) {
      const { value, done } = await events.next();
      if (!done)
        return controller.enqueue(`event: ${value.type}\ndata: ${JSON.stringify(value)}\n\n`);
      onEnd("all");
      controller.close();
    },
    cancel: () => onEnd("cut"),
  });
  const headers = { "content-type": "text/event-stream" };
  return new Response(body.pipeThrough(new TextEncoderStream()), { headers });
}

/** Milliseconds between two words. */
const pace = 4;

/** A model that says `word1 word2 …` to everybody until it is told to come to an end. */
export class SlowText {
  /** Answers being written now. */
  writing = 0;
  #finished = false;
  #cut = Promise.withResolvers<void>();

  /** Resolves when the next answer loses its listener. */
  get cut(): Promise<void> {
    return this.#cut.promise;
  }

  /** Begins a new answer. */
  begin(): Response {
    this.writing += 1;
    return textStream(this.#words(), (heard) => {
      this.writing -= 1;
      if (heard === "all") return;
      this.#cut.resolve();
      this.#cut = Promise.withResolvers();
    });
  }

  /** Ends all answers, and those to come. */
  finish(): void {
    this.#finished = true;
  }

  async *#words(): AsyncGenerator<string> {
    for (let number = 1; !this.#finished; number += 1) {
      yield `word${number} `;
      await delay(pace);
    }
    yield "and that is all.";
  }
}
