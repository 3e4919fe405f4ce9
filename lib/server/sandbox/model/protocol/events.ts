import { type FunctionCallItem, type MessageItem, type OutputItem, outputText } from "./output";
import { completeResponse, type ResponseObject } from "./response-object";
import type { Usage } from "./usage";

/** One event of the stream; `sequence_number` is added where it is sent. */
export type ResponseEvent = { type: string; [field: string]: unknown };

const argumentCharactersPerDelta = 24;

/** Words with the white space after them; joined they are the text again. */
function wordDeltas(text: string): string[] {
  return text.match(/\s*\S+\s*?(?=\s\S|$)|\s+$/g) ?? [];
}

function argumentDeltas(text: string): string[] {
  return text.match(new RegExp(`[\\s\\S]{1,${argumentCharactersPerDelta}}`, "g")) ?? [];
}

function* messageEvents(item: MessageItem, outputIndex: number): Generator<ResponseEvent> {
  yield {
    type: "response.output_item.added",
    output_index: outputIndex,
    item: { ...item, status: "in_progress", content: [] },
  };
  for (const [contentIndex, part] of item.content.entries()) {
    const place = { item_id: item.id, output_index: outputIndex, content_index: contentIndex };
    yield { type: "response.content_part.added", ...place, part: outputText("") };
    for (const delta of wordDeltas(part.text)) {
      yield { type: "response.output_text.delta", ...place, delta, logprobs: [] };
    }
    yield { type: "response.output_text.done", ...place, text: part.text, logprobs: [] };
    yield { type: "response.content_part.done", ...place, part };
  }
  yield { type: "response.output_item.done", output_index: outputIndex, item };
}

function* functionCallEvents(
  item: FunctionCallItem,
  outputIndex: number,
): Generator<ResponseEvent> {
  const place = { item_id: item.id, output_index: outputIndex };
  yield {
    type: "response.output_item.added",
    output_index: outputIndex,
    item: { ...item, status: "in_progress", arguments: "" },
  };
  for (const delta of argumentDeltas(item.arguments)) {
    yield { type: "response.function_call_arguments.delta", ...place, delta };
  }
  yield { type: "response.function_call_arguments.done", ...place, arguments: item.arguments };
  yield { type: "response.output_item.done", output_index: outputIndex, item };
}

/** The whole life of a response, in the order in which the hosted service tells it. */
export function* responseEvents(
  response: ResponseObject,
  output: readonly OutputItem[],
  usage: Usage,
): Generator<ResponseEvent> {
  yield { type: "response.created", response };
  yield { type: "response.in_progress", response };
  for (const [outputIndex, item] of output.entries()) {
    yield* item.type === "message"
      ? messageEvents(item, outputIndex)
      : functionCallEvents(item, outputIndex);
  }
  yield { type: "response.completed", response: completeResponse(response, output, usage) };
}
