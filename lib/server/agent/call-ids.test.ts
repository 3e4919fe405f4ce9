import { expect, test } from "vitest";
import type { ChatMessage } from "@/lib/shared/message";
import { CallIds } from "./call-ids.ts";

const earlier: ChatMessage = {
  id: "1",
  role: "assistant",
  parts: [
    { type: "step-start" },
    {
      type: "dynamic-tool",
      toolName: "X",
      toolCallId: "call_1",
      state: "output-available",
      input: {},
      output: {},
    },
  ],
};
const call = (toolCallId: string, input: unknown = {}) => ({ toolCallId, toolName: "X", input });
const fresh = /^call_[0-9a-f-]{36}$/;

test("an id of its own stays", () => {
  expect(new CallIds([earlier]).claim(call("call_2"))).toBe("call_2");
});

test("an id that was used before, in this conversation or this step, becomes another", () => {
  const ids = new CallIds([earlier]);
  expect(ids.claim(call("call_1"))).toMatch(fresh);
  expect(ids.claim(call("call_2"))).toBe("call_2");
  expect(ids.claim(call("call_2", { other: true }))).toMatch(fresh);
  expect(ids.claim(call(""))).toMatch(fresh);
});

test("the same call sent twice is one", () => {
  const ids = new CallIds([]);
  expect(ids.claim(call("call_1"))).toBe("call_1");
  expect(ids.claim(call("call_1"))).toBeNull();
});
