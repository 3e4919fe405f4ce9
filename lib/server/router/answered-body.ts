import "server-only";
import { AnswerTooLargeError, type Bytes, bounded } from "./bounded-answer.ts";
import { answerEnd } from "./exchange-error.ts";

export type RequestId = string | number | undefined;

const encode = (text: string) => new TextEncoder().encode(text);

const errorMessage = (id: RequestId, code: number) =>
  JSON.stringify({ jsonrpc: "2.0", id, error: { code, message: "The answer did not come." } });

function streamOf(source: AsyncGenerator<Bytes, void>): ReadableStream<Bytes> {
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await source.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await source.return();
    },
  });
}

/** Notices whether an event stream gives its events ids: then its rest can be asked for after a break. */
function watchEventIds(): { see(bytes: Bytes): void; found(): boolean } {
  let found = false;
  let lineStart = "";
  return {
    see(bytes) {
      if (found) return;
      const text = lineStart + Buffer.from(bytes).toString("latin1");
      found = /^id:/m.test(text);
      const line = text.lastIndexOf("\n") + 1;
      lineStart = text.slice(line, line + "id:".length);
    },
    found: () => found,
  };
}

async function* eventsWithEnd(
  body: ReadableStream<Bytes>,
  id: RequestId,
  resumed: boolean,
): AsyncGenerator<Bytes, void> {
  const eventIds = watchEventIds();
  let code: number = answerEnd.cut;
  try {
    for await (const bytes of bounded(body)) {
      eventIds.see(bytes);
      yield bytes;
    }
  } catch (error) {
    if (error instanceof AnswerTooLargeError) code = answerEnd.tooLarge;
    else if (resumed || eventIds.found()) throw error;
  }
  const goesOn = (resumed || eventIds.found()) && code !== answerEnd.tooLarge;
  if (!goesOn) yield encode(`\n\nevent: message\ndata: ${errorMessage(id, code)}\n\n`);
}

/**
 * An event stream that ends with an error for its request where the server's answer did not come; an answer that came is not
 * harmed by an error after it. A stream whose rest can be asked for may break off: the SDK asks.
 *
 * @param resumed whether it is such a rest itself
 */
export function answeredEvents(
  body: ReadableStream<Bytes>,
  id: RequestId,
  resumed: boolean,
): ReadableStream<Bytes> {
  return streamOf(eventsWithEnd(body, id, resumed));
}

async function* jsonWithEnd(
  body: ReadableStream<Bytes>,
  id: RequestId,
): AsyncGenerator<Bytes, void> {
  yield encode("[");
  yield* bounded(body);
  yield encode(`,${errorMessage(id, answerEnd.unreadable)}]`);
}

/** A JSON answer as a batch with an error behind it, which counts when the answer was not for this request. */
export function answeredJson(body: ReadableStream<Bytes>, id: RequestId): ReadableStream<Bytes> {
  return streamOf(jsonWithEnd(body, id));
}
