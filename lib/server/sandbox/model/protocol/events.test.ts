import { describe, expect, it } from "vitest";
import { z } from "zod";
import { handleModelRequest } from "../index";
import { configuration } from "../testing/converse";
import { routerToolList } from "../testing/fake-router";

const place = { item_id: z.string(), output_index: z.int() };
const textPlace = { ...place, content_index: z.int() };
const part = z.strictObject({
  type: z.literal("output_text"),
  text: z.string(),
  annotations: z.array(z.never()),
  logprobs: z.array(z.never()),
});
const status = z.enum(["in_progress", "completed"]);
const item = z.discriminatedUnion("type", [
  z.strictObject({
    id: z.string().startsWith("msg_"),
    type: z.literal("message"),
    role: z.literal("assistant"),
    status,
    content: z.array(part),
  }),
  z.strictObject({
    id: z.string().startsWith("fc_"),
    type: z.literal("function_call"),
    status,
    call_id: z.string().startsWith("call_"),
    name: z.string(),
    arguments: z.string(),
  }),
]);
const response = z.looseObject({
  id: z.string().startsWith("resp_"),
  object: z.literal("response"),
  created_at: z.int(),
  status,
  model: z.string(),
  output: z.array(item),
  parallel_tool_calls: z.boolean(),
  tools: z.array(z.unknown()),
  usage: z
    .strictObject({
      input_tokens: z.int().positive(),
      input_tokens_details: z.strictObject({ cached_tokens: z.int(), cache_write_tokens: z.int() }),
      output_tokens: z.int().positive(),
      output_tokens_details: z.strictObject({ reasoning_tokens: z.int() }),
      total_tokens: z.int(),
    })
    .nullable(),
});

/** The events of the hosted service that a response with text and calls consists of, with all their fields. */
const sequenced = { sequence_number: z.int() };
const event = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("response.created"), ...sequenced, response }),
  z.strictObject({ type: z.literal("response.in_progress"), ...sequenced, response }),
  z.strictObject({
    type: z.literal("response.output_item.added"),
    ...sequenced,
    output_index: z.int(),
    item,
  }),
  z.strictObject({
    type: z.literal("response.content_part.added"),
    ...sequenced,
    ...textPlace,
    part,
  }),
  z.strictObject({
    type: z.literal("response.output_text.delta"),
    ...sequenced,
    ...textPlace,
    delta: z.string().min(1),
    logprobs: z.array(z.never()),
  }),
  z.strictObject({
    type: z.literal("response.output_text.done"),
    ...sequenced,
    ...textPlace,
    text: z.string(),
    logprobs: z.array(z.never()),
  }),
  z.strictObject({
    type: z.literal("response.content_part.done"),
    ...sequenced,
    ...textPlace,
    part,
  }),
  z.strictObject({
    type: z.literal("response.function_call_arguments.delta"),
    ...sequenced,
    ...place,
    delta: z.string().min(1),
  }),
  z.strictObject({
    type: z.literal("response.function_call_arguments.done"),
    ...sequenced,
    ...place,
    arguments: z.string(),
  }),
  z.strictObject({
    type: z.literal("response.output_item.done"),
    ...sequenced,
    output_index: z.int(),
    item,
  }),
  z.strictObject({ type: z.literal("response.completed"), ...sequenced, response }),
]);

async function stream(body: Record<string, unknown>, interval = 0, signal?: AbortSignal) {
  return handleModelRequest(
    new Request("http://model.test/v1/responses", {
      method: "POST",
      headers: { authorization: `Bearer ${configuration.modelKey}` },
      body: JSON.stringify({ model: "gpt-5", stream: true, ...body }),
      ...(signal && { signal }),
    }),
    { ...configuration, wordInterval: interval },
  );
}

async function eventsOf(body: Record<string, unknown>) {
  const answer = await stream(body);
  expect(answer.headers.get("content-type")).toMatch(/^text\/event-stream/);
  const text = await answer.text();
  return text
    .trimEnd()
    .split("\n\n")
    .map((block) => {
      const [name, data] = block.split("\n");
      const parsed = event.parse(JSON.parse(data?.replace(/^data: /, "") ?? ""));
      expect(name).toBe(`event: ${parsed.type}`);
      return parsed;
    });
}

const tools = routerToolList.map(({ name, inputSchema }) => ({
  type: "function",
  name,
  parameters: inputSchema,
}));

describe("the event stream", () => {
  it("tells a message the way the hosted service does", async () => {
    const events = await eventsOf({ input: [{ role: "user", content: "help" }] });
    const types = events.map(({ type }) => type);
    expect(types.slice(0, 4)).toEqual([
      "response.created",
      "response.in_progress",
      "response.output_item.added",
      "response.content_part.added",
    ]);
    expect(types.slice(-4)).toEqual([
      "response.output_text.done",
      "response.content_part.done",
      "response.output_item.done",
      "response.completed",
    ]);
    const deltas = events.flatMap((entry) =>
      entry.type === "response.output_text.delta" ? [entry.delta] : [],
    );
    const done = events.flatMap((entry) =>
      entry.type === "response.output_text.done" ? [entry.text] : [],
    );
    expect(deltas.length).toBeGreaterThan(20);
    expect(deltas.join("")).toBe(done[0]);
    expect(Math.max(...deltas.map((delta) => delta.length))).toBeLessThan(30);
    expect(events.map(({ sequence_number: number }) => number)).toEqual(
      events.map((_, index) => index),
    );
  });

  it("tells a tool call with its arguments in pieces", async () => {
    const events = await eventsOf({ input: [{ role: "user", content: "Who am I?" }], tools });
    const pieces = events.flatMap((entry) =>
      entry.type === "response.function_call_arguments.delta" ? [entry.delta] : [],
    );
    const whole = events.flatMap((entry) =>
      entry.type === "response.function_call_arguments.done" ? [entry.arguments] : [],
    );
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.join("")).toBe(whole[0]);
    const completed = events.at(-1);
    if (completed?.type !== "response.completed") throw new Error("The stream has no end.");
    expect(completed.response.status).toBe("completed");
    expect(completed.response.output).toMatchObject([
      { type: "function_call", name: "COMPOSIO_SEARCH_TOOLS", arguments: whole[0] },
    ]);
  });

  it("counts what an earlier request already sent as cached", async () => {
    const long = "x".repeat(8_000);
    const first = await eventsOf({ instructions: long, input: [{ role: "user", content: "hi" }] });
    const second = await eventsOf({
      instructions: long,
      input: [
        { role: "user", content: "hi" },
        { role: "assistant", content: "Hello!" },
        { role: "user", content: "hi" },
      ],
    });
    const usage = (events: typeof first) => {
      const last = events.at(-1);
      return last?.type === "response.completed" ? last.response.usage : undefined;
    };
    expect(usage(first)?.input_tokens_details.cached_tokens).toBe(0);
    const cached = usage(second)?.input_tokens_details.cached_tokens ?? 0;
    expect(cached).toBeGreaterThan(1_024);
    expect(cached % 128).toBe(0);
    expect(cached).toBeLessThanOrEqual(usage(second)?.input_tokens ?? 0);
  });

  it("stops when the request is aborted", async () => {
    const abort = new AbortController();
    const answer = await stream({ input: "help" }, 60_000, abort.signal);
    const text = answer.text();
    abort.abort();
    expect(await text).not.toContain("response.completed");
  });

  it("stops when the reader goes away", async () => {
    const answer = await stream({ input: "help" }, 60_000);
    const reader = answer.body?.getReader();
    await reader?.read();
    const waiting = reader?.read();
    await reader?.cancel();
    await waiting;
    await expect(reader?.closed).resolves.toBeUndefined();
  });
});
