import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { ChatMessage } from "@/lib/shared/message";
import { type HttpServer, startHttpServer } from "@/tests/support/http-server";
import { configure, installForTests } from "@/tests/support/installation";
import { listedTool } from "@/tests/support/mcp-endpoint";
import { type ModelStep, modelStream } from "@/tests/support/model-stream";
import { takeTurn, unmetered } from "@/tests/support/model-turn";
import { textOf } from "@/tests/support/run-reader";
import type { RunChunk } from "../runs/log-line.ts";
import { toolsForModel } from "./model.ts";
import { streamStep } from "./step.ts";

let server: HttpServer;
let answer: (request: Request) => Promise<Response> | Response;
const say = (step: ModelStep) => {
  answer = () => modelStream(step);
};

beforeAll(async () => {
  server = await startHttpServer((request) => answer(request));
});
installForTests();
beforeAll(() => configure({ OPENAI_BASE_URL: `${server.origin}/v1`, MODEL_RETRY_DELAY_MS: "1" }));
beforeEach(() => void vi.spyOn(console, "warn").mockImplementation(() => {}));
afterAll(() => server.close());

const search = listedTool("COMPOSIO_SEARCH_TOOLS", {
  inputSchema: {
    type: "object",
    properties: { queries: { type: "array", items: { type: "string" } } },
    required: ["queries"],
  },
});

test("arguments that break the tool's schema come back to the model as its mistake", async () => {
  say({ calls: [{ name: search.name, arguments: { queries: 7 }, id: "call_1" }] });
  const { message, failed } = await takeTurn({ tools: toolsForModel([search]) });
  expect(failed).toBeNull();
  expect(message.parts.at(-1)).toMatchObject({
    type: "dynamic-tool",
    toolCallId: "call_1",
    state: "output-error",
    input: { queries: 7 },
    errorText: expect.stringContaining("data/queries must be array"),
  });
});

test("the complaint about arguments without end has one", async () => {
  say({ calls: [{ name: search.name, arguments: "[".repeat(100_000) }] });
  const { message } = await takeTurn({ tools: toolsForModel([search]) });
  const part = message.parts.at(-1);
  if (part?.type !== "dynamic-tool" || part.state !== "output-error") throw new Error("No call.");
  expect(part.errorText.length).toBeLessThanOrEqual(2_000);
});

test("an id that an earlier turn used is not used again", async () => {
  say({ calls: [{ name: search.name, arguments: { queries: [] }, id: "call_1" }] });
  const tools = toolsForModel([search]);
  const first = await takeTurn({ tools });
  const earlier: ChatMessage[] = [first.message, { id: "3", role: "user", parts: [] }];
  const second = await takeTurn({ tools, earlier });
  const idOf = ({ parts }: ChatMessage) =>
    parts.flatMap((part) => (part.type === "dynamic-tool" ? part.toolCallId : []));
  expect(idOf(first.message)).toEqual(["call_1"]);
  expect(idOf(second.message)).toEqual([expect.stringMatching(/^call_[0-9a-f-]{36}$/)]);
});

test("the beginning of the prompt is the same in every step", async () => {
  const bodies: { instructions?: string; input: unknown[]; tools: unknown }[] = [];
  answer = async (request) => {
    bodies.push(JSON.parse(await request.text()));
    return modelStream({ text: "Hello." });
  };
  const tools = toolsForModel([search]);
  const { message } = await takeTurn({ tools });
  const asked: ChatMessage = { id: "1", role: "user", parts: [{ type: "text", text: "Please" }] };
  const again: ChatMessage = { id: "3", role: "user", parts: [{ type: "text", text: "More" }] };
  await takeTurn({ tools, earlier: [asked, message, again] });
  const [first, second] = bodies;
  expect(second?.tools).toEqual(first?.tools);
  expect(second?.instructions).toEqual(first?.instructions);
  expect(second?.input.slice(0, first?.input.length)).toEqual(first?.input);
});

test("a stop ends a request that nobody answers, with the reason for it", async () => {
  const controller = new AbortController();
  const reason = new Error("Stopped.");
  answer = () => {
    controller.abort(reason);
    return new Promise<Response>(() => {});
  };
  const chunks: RunChunk[] = [];
  const step = streamStep({
    model: "gpt-5",
    wishes: null,
    meter: unmetered,
    earlier: [{ id: "1", role: "user", parts: [{ type: "text", text: "Hi" }] }],
    leftOut: 0,
    current: { id: "2", role: "assistant", parts: [] },
    tools: {},
    signal: controller.signal,
    append: (chunk) => chunks.push(chunk),
  });
  await expect(step).rejects.toBe(reason);
  expect(chunks).toEqual([]);
});

test("words of a refusal are the answer, and the reason is told", async () => {
  say({ refusal: "I will not do that." });
  const { message, failed } = await takeTurn();
  expect(textOf(message)).toBe("I will not do that.");
  expect(failed).toBe("model_declined");
});
