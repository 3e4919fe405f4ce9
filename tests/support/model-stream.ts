import { z } from "zod";

/** What a scripted model says in one step: some words, some calls, or both. */
export type ModelStep = {
  /** A thought, in words the person may read. Without `encrypted`, a provider that keeps nothing cannot take it back. */
  thought?: { summary: string; encrypted?: string };
  text?: string;
  /** Words in which it declines. */
  refusal?: string;
  /** Arguments as text are sent as they are, JSON or not. */
  calls?: readonly { name: string; arguments: Record<string, unknown> | string; id?: string }[];
  /** How it ends, when not of its own accord: cut off for a reason, or with an error. */
  ending?: { incomplete: string } | { failed: ModelFailure } | { error: ModelFailure };
};

type ModelFailure = { code: string; message: string };
type Event = { type: string; [field: string]: unknown };

const halves = (text: string) => [text.slice(0, text.length / 2), text.slice(text.length / 2)];

function* thoughtEvents(thought: NonNullable<ModelStep["thought"]>): Generator<Event> {
  const place = { output_index: 0, item_id: "rs_1", summary_index: 0 };
  const item = { id: "rs_1", type: "reasoning", encrypted_content: null };
  yield { type: "response.output_item.added", output_index: 0, item };
  yield { type: "response.reasoning_summary_part.added", ...place };
  yield { type: "response.reasoning_summary_text.delta", ...place, delta: thought.summary };
  yield { type: "response.reasoning_summary_part.done", ...place };
  const encrypted_content = thought.encrypted ?? null;
  yield {
    type: "response.output_item.done",
    output_index: 0,
    item: { ...item, encrypted_content },
  };
}

function* itemEvents({ thought, text, refusal, calls = [] }: ModelStep): Generator<Event> {
  if (thought) yield* thoughtEvents(thought);
  const words = text ?? refusal;
  if (words !== undefined) {
    const place = { item_id: "msg_1", output_index: 0, content_index: 0 };
    const item = { id: "msg_1", type: "message", role: "assistant", content: [] };
    const type = text === undefined ? "response.refusal.delta" : "response.output_text.delta";
    yield { type: "response.output_item.added", output_index: 0, item };
    for (const delta of halves(words)) yield { type, ...place, delta };
    yield { type: "response.output_item.done", output_index: 0, item };
  }
  for (const [index, call] of calls.entries()) {
    const output_index = index + 1;
    const item = {
      id: `fc_${index}`,
      type: "function_call",
      call_id: call.id ?? `call_${crypto.randomUUID()}`,
      name: call.name,
      arguments:
        typeof call.arguments === "string" ? call.arguments : JSON.stringify(call.arguments),
      status: "completed",
    };
    yield { type: "response.output_item.added", output_index, item: { ...item, arguments: "" } };
    yield {
      type: "response.function_call_arguments.delta",
      item_id: item.id,
      output_index,
      delta: item.arguments,
    };
    yield { type: "response.output_item.done", output_index, item };
  }
}

function endingEvent(ending: ModelStep["ending"], response: object): Event {
  const usage = { input_tokens: 1, output_tokens: 1 };
  if (!ending) return { type: "response.completed", response: { ...response, usage } };
  if ("error" in ending) return { type: "error", sequence_number: 9, param: null, ...ending.error };
  if ("failed" in ending) {
    const failed = { ...response, status: "failed", error: ending.failed };
    return { type: "response.failed", sequence_number: 9, response: failed };
  }
  const incomplete_details = { reason: ending.incomplete };
  return { type: "response.incomplete", response: { ...response, incomplete_details, usage } };
}

function* stepEvents(step: ModelStep): Generator<Event> {
  const response = { id: "resp_1", created_at: 0, model: "scripted", incomplete_details: null };
  yield { type: "response.created", response };
  yield* itemEvents(step);
  yield endingEvent(step.ending, response);
}

/** One step as the OpenAI Responses API writes it. */
export function modelStreamText(step: ModelStep): string {
  return [...stepEvents(step)]
    .map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`)
    .join("");
}

/** A server-sent event stream with this body. */
export function eventStream(body: BodyInit): Response {
  return new Response(body, { headers: { "content-type": "text/event-stream" } });
}

/** One step as the OpenAI Responses API streams it. */
export function modelStream(step: ModelStep): Response {
  return eventStream(modelStreamText(step));
}

/** A stream whose connection breaks after this much of it. */
export function cutStream(body: Uint8Array<ArrayBuffer>, offset: number): Response {
  let sent = false;
  const source: UnderlyingDefaultSource<Uint8Array<ArrayBuffer>> = {
    async pull(controller) {
      // What was sent has to leave this process before the connection breaks.
      await new Promise(setImmediate);
      if (sent) controller.error(new Error("Cut."));
      else controller.enqueue(body.slice(0, offset));
      sent = true;
    },
  };
  return eventStream(new ReadableStream(source, { highWaterMark: 0 }));
}

/** A stream that says this and then stays open without another word; `comment` comes every few milliseconds meanwhile. */
export function stalledStream(body: string, comment?: string): Response {
  const encoder = new TextEncoder();
  let timer: NodeJS.Timeout | undefined;
  const source: UnderlyingDefaultSource<Uint8Array<ArrayBuffer>> = {
    start(controller) {
      if (body) controller.enqueue(encoder.encode(body));
      if (comment) timer = setInterval(() => controller.enqueue(encoder.encode(comment)), 20);
    },
    cancel: () => clearInterval(timer),
  };
  return eventStream(new ReadableStream(source));
}

const streamedSchema = z.object({ stream: z.literal(true) });

/** Whether a request wants a step of an answer, which is streamed; a title is asked for in one piece. */
export const wantsStep = (body: string) => streamedSchema.safeParse(JSON.parse(body)).success;

/** Words in one piece, as the OpenAI Responses API writes them. */
export function wholeAnswer(text: string): Response {
  const content = [{ type: "output_text", text, annotations: [] }];
  const output = [
    { type: "message", id: "msg_1", role: "assistant", status: "completed", content },
  ];
  const usage = { input_tokens: 1, output_tokens: 1 };
  return Response.json({ id: "resp_1", created_at: 0, model: "scripted", output, usage });
}
