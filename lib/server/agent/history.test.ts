import { describe, expect, test } from "vitest";
import type { ChatMessage } from "@/lib/shared/message";
import { promptMessages } from "./history.ts";

const plenty = { budget: 1_000_000, leaveOut: 0 };

const person = (id: string, text: string): ChatMessage => ({
  id,
  role: "user",
  parts: [{ type: "text", text }],
});

const called = (id: string, secret: string): ChatMessage => ({
  id,
  role: "assistant",
  parts: [
    { type: "step-start" },
    {
      type: "dynamic-tool",
      toolName: "COMPOSIO_SEARCH_TOOLS",
      toolCallId: `call-${id}`,
      state: "output-available",
      input: { query: "branches" },
      output: { secret },
    },
    {
      type: "data-connection",
      id: "attempt",
      data: { id: "attempt", toolkit: "bitbucket", state: { status: "needed" } },
    },
    { type: "step-start" },
    { type: "text", text: "There are two." },
  ],
});

const empty: ChatMessage = { id: "now", role: "assistant", parts: [] };

/** An answer with a result that is too long for a conversation to keep all of it. */
const calledMuch = (id: string, letter: string) => called(id, letter.repeat(40_000));

test("results of earlier turns stay, with calls and words in their order", async () => {
  const { messages: prompt } = await promptMessages(
    [person("1", "Hi"), called("2", "OLD"), person("3", "And?")],
    empty,
    plenty,
  );
  expect(prompt.map(({ role }) => role)).toEqual([
    "user",
    "assistant",
    "tool",
    "assistant",
    "user",
  ]);
  const text = JSON.stringify(prompt);
  expect(text).toContain("OLD");
  expect(text).toContain("There are two.");
});

test("of a long conversation's results, only a beginning stays", async () => {
  const { messages } = await promptMessages(
    [person("1", "Hi"), calledMuch("2", "A"), person("3", "And?")],
    empty,
    plenty,
  );
  const text = JSON.stringify(messages);
  expect(text.length).toBeLessThan(36_000);
  expect(text).toMatch(/A{20000}/);
  expect(text).toMatch(/COMPOSIO_SEARCH_TOOLS: done\. \d+ more characters from an earlier turn/);
});

test("the latest answer keeps its results when it was cut short, so that going on does not begin anew", async () => {
  const cutShort: ChatMessage = {
    ...calledMuch("4", "B"),
    metadata: { outcome: { status: "limit", steps: 2 } },
  };
  const earlier = [person("1", "Hi"), calledMuch("2", "A"), person("3", "And?"), cutShort];
  const goOn = [...earlier, person("5", "Continue")];
  const text = JSON.stringify(await promptMessages(goOn, empty, plenty));
  expect(text).toMatch(/B{40000}/);
  expect(text).not.toMatch(/A{40000}/);
  const after = [...goOn, called("6", "NEW"), person("7", "And?")];
  expect(JSON.stringify(await promptMessages(after, empty, plenty))).not.toMatch(/B{40000}/);
});

test("keys of a result are in one order, whether it comes from the run or from the database", async () => {
  const withOutput = (output: unknown): ChatMessage => {
    const parts = called("2", "").parts.map((part) =>
      part.type === "dynamic-tool" ? { ...part, output } : part,
    );
    return { ...called("2", ""), parts: parts as ChatMessage["parts"] };
  };
  const prompts = [
    { title: "A", id: 1, of: [{ name: "x", b: 2 }] },
    { id: 1, of: [{ b: 2, name: "x" }], title: "A" },
  ].map((output) => promptMessages([person("1", "Hi")], withOutput(output), plenty));
  const [one, other] = await Promise.all(prompts);
  expect(JSON.stringify(one)).toBe(JSON.stringify(other));
});

test("results of this run are whole; what only the screen needs stays out", async () => {
  const text = JSON.stringify(
    await promptMessages([person("1", "Hi")], called("2", "NEW"), plenty),
  );
  expect(text).toContain("NEW");
  expect(text).not.toContain("attempt");
});

test("a call without a result is left out", async () => {
  const open: ChatMessage = {
    id: "2",
    role: "assistant",
    parts: [
      { type: "step-start" },
      {
        type: "dynamic-tool",
        toolName: "X",
        toolCallId: "1",
        state: "input-available",
        input: {},
      },
    ],
  };
  const earlier = [person("1", "Hi"), open, person("3", "And?")];
  const { messages: prompt } = await promptMessages(earlier, empty, plenty);
  expect(prompt.filter(({ role }) => role === "user")).toHaveLength(2);
  expect(JSON.stringify(prompt)).not.toContain("tool-call");
});

test("an answer that never came leaves no empty message", async () => {
  const silent: ChatMessage = { id: "2", role: "assistant", parts: [] };
  const earlier = [person("1", "Hi"), silent, person("3", "And?")];
  const { messages: prompt } = await promptMessages(earlier, empty, plenty);
  expect(prompt.map(({ role }) => role)).toEqual(["user", "user"]);
});

test("what became of each change of an earlier turn stays in a word", async () => {
  const batch = {
    successful: false,
    data: {
      results: [
        { tool_slug: "BITBUCKET_CREATE_BRANCH", response: { successful: true } },
        { tool_slug: "BITBUCKET_CREATE_ISSUE", response: { successful: false, denied: true } },
        { tool_slug: "BITBUCKET_UPDATE_ISSUE", response: { successful: false, unknown: true } },
        { tool_slug: "BITBUCKET_CREATE_REPOSITORY", response: { successful: false } },
      ],
    },
    much: "x".repeat(1_000),
  };
  const parts = called("4", "").parts.map((part) =>
    part.type === "dynamic-tool" ? { ...part, output: batch } : part,
  );
  const changed = { ...called("4", ""), parts: parts as ChatMessage["parts"] };
  const earlier = [person("1", "y".repeat(40_000)), changed, person("5", "And?")];
  const text = JSON.stringify(await promptMessages(earlier, empty, plenty));
  expect(text).toContain(
    "BITBUCKET_CREATE_BRANCH: done, BITBUCKET_CREATE_ISSUE: denied by the person",
  );
  expect(text).toContain(
    "BITBUCKET_UPDATE_ISSUE: outcome unknown, BITBUCKET_CREATE_REPOSITORY: failed",
  );
  expect(text).not.toContain("xxx");
});

describe("a budget", () => {
  const long = (id: string) => person(id, id.repeat(1_000));
  const earlier = [long("1"), called("2", "OLD"), long("3"), called("4", "OLDER"), long("5")];
  const idsIn = (prompt: unknown) =>
    [...JSON.stringify(prompt).matchAll(/(\d)\1{999}/g)].map(([, id]) => id);

  test("leaves out the oldest turns, calls and results together", async () => {
    const { messages, leftOut, from, size } = await promptMessages(earlier, empty, {
      budget: 3_600,
      leaveOut: 0,
    });
    expect(idsIn(messages)).toEqual(["5"]);
    expect(leftOut).toBe(4);
    expect(from).toBe("5");
    // Half of the room is free, so that the next prompts begin with the same message.
    expect(size).toBeLessThanOrEqual(1_800);
    const text = JSON.stringify(messages);
    expect(text).not.toContain("call-2");
    expect(text).not.toContain("call-4");
  });

  test("counts what this run has written", async () => {
    const limit = { budget: 3_000, leaveOut: 0 };
    const { messages, leftOut } = await promptMessages(
      earlier,
      called("6", "x".repeat(800)),
      limit,
    );
    expect(idsIn(messages)).toEqual(["5"]);
    expect(leftOut).toBe(4);
  });

  test("never leaves out the person's latest message nor what came of the last step", async () => {
    const twice = called("6", "FIRST");
    const current = { ...twice, parts: [...twice.parts, ...called("7", "LAST").parts.slice(0, 2)] };
    const { messages } = await promptMessages(earlier, current, { budget: 1, leaveOut: 9 });
    const text = JSON.stringify(messages);
    expect(idsIn(messages)).toEqual(["5"]);
    expect(text).toContain("LAST");
    expect(text).not.toContain("FIRST");
    expect(text).toContain("from an earlier step");
  });

  test("leaves out no less than was said before", async () => {
    const { messages, leftOut } = await promptMessages(earlier, empty, { ...plenty, leaveOut: 1 });
    expect(idsIn(messages)).toEqual(["3", "5"]);
    expect(leftOut).toBe(2);
  });
});

describe("an answer that a restart cut off", () => {
  const resumed = {
    type: "data-notice" as const,
    id: "cut",
    data: { kind: "resumed" as const },
  };
  const half: ChatMessage = {
    id: "now",
    role: "assistant",
    parts: [{ type: "step-start" }, { type: "text", text: "There are tw" }, resumed],
  };

  test("ends with a note from the app to go on", async () => {
    const { messages } = await promptMessages([person("1", "Hi")], half, plenty);
    expect(messages.map(({ role }) => role)).toEqual(["user", "assistant", "user"]);
    expect(JSON.stringify(messages.at(-1))).toContain("not from the person");
  });

  test("is gone on with once", async () => {
    const gone = { ...half, parts: [...half.parts, ...called("now", "NEW").parts.slice(0, 2)] };
    const { messages } = await promptMessages([person("1", "Hi")], gone, plenty);
    expect(JSON.stringify(messages)).not.toContain("not from the person");
  });
});
