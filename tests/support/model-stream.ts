/** What a scripted model says in one step: some words, some calls, or both. */
export type ModelStep = {
  text?: string;
  calls?: readonly { name: string; arguments: Record<string, unknown>; id?: string }[];
};

type Event = { type: string; [field: string]: unknown };

const halves = (text: string) => [text.slice(0, text.length / 2), text.slice(text.length / 2)];

function* itemEvents({ text, calls = [] }: ModelStep): Generator<Event> {
  if (text !== undefined) {
    const place = { item_id: "msg_1", output_index: 0, content_index: 0 };
    const item = { id: "msg_1", type: "message", role: "assistant", content: [] };
    yield { type: "response.output_item.added", output_index: 0, item };
    for (const delta of halves(text)) yield { type: "response.output_text.delta", ...place, delta };
    yield { type: "response.output_item.done", output_index: 0, item };
  }
  for (const [index, call] of calls.entries()) {
    const output_index = index + 1;
    const item = {
      id: `fc_${index}`,
      type: "function_call",
      call_id: call.id ?? `call_${crypto.randomUUID()}`,
      name: call.name,
      arguments: JSON.stringify(call.arguments),
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

function* stepEvents(step: ModelStep): Generator<Event> {
  const response = { id: "resp_1", created_at: 0, model: "scripted", incomplete_details: null };
  yield { type: "response.created", response };
  yield* itemEvents(step);
  const usage = { input_tokens: 1, output_tokens: 1 };
  yield { type: "response.completed", response: { ...response, usage } };
}

/** One step as the OpenAI Responses API streams it. */
export function modelStream(step: ModelStep): Response {
  const body = [...stepEvents(step)]
    .map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`)
    .join("");
  return new Response(body, { headers: { "content-type": "text/event-stream" } });
}
