import { asSchema, type UIMessageChunk, uiMessageChunkSchema } from "ai";
import { createParser } from "eventsource-parser";
import { readable } from "@/lib/shared/readable";

/** A chunk that this page knows, or none; and how many of the log's it stands for. */
export type ReceivedChunk = { chunk: UIMessageChunk | undefined; count: number };

/** What an event carries, as nobody has looked at it yet. */
type Carried = { value: unknown; count: number };
type Delta = { type: "text-delta" | "reasoning-delta"; id: string; delta: string };

const schema = asSchema(uiMessageChunkSchema);

function read(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}

/** A piece of text that says nothing but its words. */
function isDelta(value: unknown): value is Delta {
  if (typeof value !== "object" || value === null) return false;
  const { type, delta } = value as Partial<Delta>;
  const kind = type === "text-delta" || type === "reasoning-delta";
  return kind && typeof delta === "string" && Object.keys(value).length === 3;
}

/** Pieces of the same text that follow each other, as one. */
function joinDeltas(events: readonly unknown[]): Carried[] {
  const joined: Carried[] = [];
  for (const value of events) {
    const last = joined.at(-1);
    const before = last?.value;
    const together = isDelta(value) && isDelta(before) && before.type === value.type;
    if (last && together && before.id === value.id)
      joined[joined.length - 1] = {
        value: { ...before, delta: before.delta + value.delta },
        count: last.count + 1,
      };
    else joined.push({ value, count: 1 });
  }
  return joined;
}

/**
 * Reads one connection to its end, or until it breaks. What comes after the stream costs as much for a word as for a page, so
 * pieces of a text that arrive together – all that was said so far, after a reload – are handed on as one.
 */
export async function* readRunEvents(
  bytes: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<ReceivedChunk> {
  let arrived: unknown[] = [];
  const parser = createParser({
    onEvent({ data }) {
      if (data !== "[DONE]") arrived.push(read(data));
    },
  });
  for await (const text of textOf(bytes)) {
    parser.feed(text);
    const events = arrived;
    arrived = [];
    for (const { value, count } of joinDeltas(events)) {
      const result = await schema.validate?.(value);
      yield { chunk: result?.success ? readable(result.value) : undefined, count };
    }
  }
}

/** By a reader of its own: not every browser can iterate over a stream. */
async function* textOf(bytes: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  const reader = bytes.getReader();
  const decoder = new TextDecoder();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield decoder.decode(value, { stream: true });
    }
  } finally {
    // A reader whose connection broke has nothing left to cancel.
    await reader.cancel().catch(() => undefined);
  }
}
