import { setTimeout as delay } from "node:timers/promises";
import { type HttpServer, startHttpServer } from "../support/http-server";
import { wantsStep, wholeAnswer } from "../support/model-stream";

/** Milliseconds between two words. */
const pace = 25;

type Event = { type: string; [field: string]: unknown };

async function* answerEvents(isDone: () => boolean): AsyncGenerator<Event> {
  const response = { id: "resp_1", created_at: 0, model: "talking", incomplete_details: null };
  const item = { id: "msg_1", type: "message", role: "assistant", content: [] };
  yield { type: "response.created", response };
  yield { type: "response.output_item.added", output_index: 0, item };
  const say = (delta: string): Event => ({
    type: "response.output_text.delta",
    item_id: item.id,
    output_index: 0,
    content_index: 0,
    delta,
  });
  for (let word = 1; !isDone(); word += 1) {
    yield say(`word${word} `);
    await delay(pace);
  }
  yield say("the-end");
  yield { type: "response.output_item.done", output_index: 0, item };
  const usage = { input_tokens: 1, output_tokens: 1 };
  yield { type: "response.completed", response: { ...response, usage } };
}

/** A model that streams `word1 word2 …` to everybody until it is told to come to an end. */
export type TalkingModel = Pick<HttpServer, "origin" | "close"> & {
  /** Ends the answers that are being written with `the-end`. */
  finish(): void;
  /** Answers being written now. */
  writing(): number;
};

export async function startTalkingModel(): Promise<TalkingModel> {
  let finished = 0;
  let writing = 0;
  const encoder = new TextEncoder();
  const server = await startHttpServer(async (request, { gone }) => {
    if (!wantsStep(await request.text())) return wholeAnswer("");
    const begunAt = finished;
    writing += 1;
    gone.addEventListener("abort", () => {
      writing -= 1;
    });
    const events = answerEvents(() => finished > begunAt || gone.aborted);
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const { value, done } = await events.next();
        if (done) {
          if (!gone.aborted) writing -= 1;
          return controller.close();
        }
        controller.enqueue(
          encoder.encode(`event: ${value.type}\ndata: ${JSON.stringify(value)}\n\n`),
        );
      },
    });
    return new Response(body, { headers: { "content-type": "text/event-stream" } });
  });
  return {
    origin: server.origin,
    close: server.close,
    finish: () => {
      finished += 1;
    },
    writing: () => writing,
  };
}
