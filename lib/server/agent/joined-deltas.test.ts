import fc from "fast-check";
import { expect, test } from "vitest";
import { joinDeltas, longestPiece } from "./joined-deltas.ts";

type Event = { type: string; item_id?: string; delta?: string };

const write = (events: readonly Event[]) =>
  new TextEncoder().encode(
    events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join(""),
  );

const say = (delta: string, item_id = "msg_1"): Event => ({
  type: "response.output_text.delta",
  item_id,
  delta,
});

const unbroken = (error: unknown) => {
  throw error;
};

/** A body that is written piece by piece. */
function body() {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  return {
    readable,
    send: (bytes: Uint8Array) => void writer.write(bytes),
    end: () => void writer.close(),
  };
}

async function eventsOf(stream: ReadableStream<Uint8Array>): Promise<Event[]> {
  const text = await new Response(stream).text();
  return text
    .split("\n\n")
    .filter(Boolean)
    .map((block) => JSON.parse(block.replace(/^data: /, "")));
}

/** The events with neighbouring deltas of one text as one. */
function joined(events: readonly Event[]): Event[] {
  const whole: Event[] = [];
  for (const event of events) {
    const last = whole.at(-1);
    if (last?.delta !== undefined && event.delta !== undefined && last.item_id === event.item_id)
      whole[whole.length - 1] = { ...last, delta: `${last.delta}${event.delta}` };
    else whole.push(event);
  }
  return whole;
}

const eventArbitrary = fc.oneof(
  fc
    .record({ text: fc.string({ unit: "grapheme" }), item: fc.constantFrom("msg_1", "msg_2") })
    .map(({ text, item }) => say(text, item)),
  fc.constant<Event>({ type: "response.output_item.done", item_id: "msg_1" }),
);

test("what is said stays the same, in its order, wherever the bytes are cut", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(eventArbitrary, { maxLength: 20 }),
      fc.array(fc.nat(), { maxLength: 6 }),
      async (events, cuts) => {
        const bytes = write(events);
        const { readable, send, end } = body();
        const read = eventsOf(joinDeltas(readable, unbroken));
        const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length];
        const sorted = places.sort((one, other) => one - other);
        for (const [index, place] of sorted.entries())
          send(bytes.slice(sorted[index - 1] ?? 0, place));
        end();
        // Deltas that came apart may stay apart.
        expect(joined(await read)).toEqual(joined(events));
      },
    ),
  );
});

test("deltas that come together become one event", async () => {
  const { readable, send, end } = body();
  const read = eventsOf(joinDeltas(readable, unbroken));
  send(write([say("a"), say("b"), say("c"), say("d", "msg_2"), say("e", "msg_2")]));
  end();
  expect(await read).toEqual([say("abc"), say("de", "msg_2")]);
});

test("the first delta does not wait for a second, nor for one after the opening of the stream", async () => {
  const { readable, send } = body();
  const reader = joinDeltas(readable, unbroken).getReader();
  const read = async () => new TextDecoder().decode((await reader.read()).value);
  send(write([{ type: "response.created" }]));
  expect(await read()).toContain("response.created");
  send(write([say("first")]));
  expect(await read()).toContain("first");
  // Held for a moment, and then handed on although nothing comes after it.
  send(write([say("second")]));
  expect(await read()).toContain("second");
  await reader.cancel();
});

test("what is no JSON, and what has several lines, is handed on as it is", async () => {
  const { readable, send, end } = body();
  const read = new Response(joinDeltas(readable, unbroken)).text();
  send(new TextEncoder().encode(": comment\n\ndata: not.delta {\ndata: more\n\ndata: [DONE]\n\n"));
  end();
  expect(await read).toBe("data: not.delta {\ndata: more\n\ndata: [DONE]\n\n");
});

test("a piece that is large goes on without waiting for more of it", async () => {
  const { readable, send } = body();
  const reader = joinDeltas(readable, unbroken).getReader();
  const large = say("x".repeat(longestPiece));
  send(write([say("first")]));
  await reader.read();
  send(write([large, say("y")]));
  const events = new TextDecoder().decode((await reader.read()).value);
  expect(events).toContain(`"${large.delta}"`);
  await reader.cancel();
});
