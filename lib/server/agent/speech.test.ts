import { expect, test } from "vitest";
import type { RunChunk } from "../runs/log-line.ts";
import { Speech } from "./speech.ts";

function listen() {
  const heard: (RunChunk | "begin")[] = [];
  const speech = new Speech(
    (chunk) => heard.push(chunk),
    () => heard.push("begin"),
  );
  return { heard, speech };
}

const step: RunChunk = { type: "start-step" };
const start: RunChunk = { type: "text-start", id: "1" };
const delta = (text: string): RunChunk => ({ type: "text-delta", id: "1", delta: text });

test("announcements wait for what they announce", () => {
  const { heard, speech } = listen();
  for (const chunk of [step, start, delta(""), delta("\n")]) speech.say(chunk);
  expect(heard).toEqual([]);
  expect([speech.said, speech.answered]).toEqual([false, false]);
  speech.say(delta("Hi"));
  speech.say(delta(" "));
  expect(heard).toEqual(["begin", step, start, delta(""), delta("\n"), delta("Hi"), delta(" ")]);
  expect([speech.said, speech.answered]).toEqual([true, true]);
});

test("what a failed attempt announced is forgotten", () => {
  const { heard, speech } = listen();
  speech.say(step);
  speech.forget();
  expect(() => speech.say(delta("Hi"))).toThrow();
  speech.say(start);
  speech.say(delta("Hi"));
  expect(heard).toEqual(["begin", start, delta("Hi")]);
});

test("a thought is something to see, and no answer", () => {
  const { speech } = listen();
  speech.say({ type: "reasoning-start", id: "1" });
  speech.say({ type: "reasoning-delta", id: "1", delta: "Hm." });
  expect([speech.said, speech.answered]).toEqual([true, false]);
});

test("a call is an answer, even one that cannot be read", () => {
  for (const type of ["tool-input-available", "tool-input-error"] as const) {
    const { speech } = listen();
    speech.say({ type, toolCallId: "1", toolName: "X", input: {}, errorText: "No." });
    expect(speech.answered).toBe(true);
  }
});

test.each<RunChunk>([
  delta("Hi"),
  { type: "text-end", id: "1" },
  { type: "reasoning-end", id: "1" },
])("what never began cannot go on: %j", (chunk) => {
  const { heard, speech } = listen();
  expect(() => speech.say(chunk)).toThrow("no answer");
  speech.say(start);
  speech.say(delta("Hi"));
  speech.say({ type: "text-end", id: "1" });
  expect(() => speech.say({ type: "text-end", id: "1" })).toThrow("no answer");
  expect(heard).toHaveLength(4);
});
