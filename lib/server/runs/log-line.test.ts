import { expect, test } from "vitest";
import { jsonOf, lineOf, type RunChunk } from "./log-line.ts";

const words = 'He said: "t0\\"\n\t😀 \u2028 <b>';
const chunks: RunChunk[] = [
  { type: "start-step" },
  { type: "text-delta", id: "0", delta: words },
  { type: "reasoning-delta", id: "rs_68:1", delta: words },
  { type: "text-delta", id: 'an "id"', delta: words },
  { type: "text-delta", id: "", delta: "" },
  { type: "text-delta", id: "0", delta: "a", providerMetadata: { openai: { itemId: "b" } } },
  { type: "data-notice", id: "0", data: { kind: "retried" } },
];

test.each(chunks)("a chunk is one line, and comes out of it as it was: %j", (chunk) => {
  const line = lineOf(chunk);
  expect(line).not.toContain("\n");
  expect(JSON.parse(jsonOf(line))).toEqual(chunk);
});

test("of words, only the words and whose they are is written", () => {
  expect(lineOf({ type: "text-delta", id: "0", delta: "word " })).toBe('t0"word "');
});

test("what was stored before lines were short is read as it is", () => {
  const json = JSON.stringify({ type: "text-delta", id: "msg_1", delta: "word" });
  expect(jsonOf(json)).toBe(json);
});
