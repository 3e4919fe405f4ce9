import { expect, test } from "vitest";
import type { ChatMessage } from "@/lib/shared/message";
import { promptMessages } from "./history.ts";

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

test("results of earlier turns are named, not repeated; calls, words and their order stay", async () => {
  const prompt = await promptMessages(
    [person("1", "Hi"), called("2", "OLD"), person("3", "And?")],
    empty,
  );
  expect(prompt.map(({ role }) => role)).toEqual([
    "user",
    "assistant",
    "tool",
    "assistant",
    "user",
  ]);
  const text = JSON.stringify(prompt);
  expect(text).not.toContain("OLD");
  expect(text).toContain("[COMPOSIO_SEARCH_TOOLS: done. 16 characters from an earlier turn");
  expect(text).toContain("There are two.");
});

test("the latest answer keeps its results when it was cut short, so that going on does not begin anew", async () => {
  const cutShort: ChatMessage = {
    ...called("4", "KEPT"),
    metadata: { outcome: { status: "limit", steps: 2 } },
  };
  const earlier = [person("1", "Hi"), called("2", "OLD"), person("3", "And?"), cutShort];
  const text = JSON.stringify(await promptMessages([...earlier, person("5", "Continue")], empty));
  expect(text).toContain("KEPT");
  expect(text).not.toContain("OLD");
});

test("results of this run are whole; what only the screen needs stays out", async () => {
  const text = JSON.stringify(await promptMessages([person("1", "Hi")], called("2", "NEW")));
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
  const prompt = await promptMessages([person("1", "Hi"), open, person("3", "And?")], empty);
  expect(prompt.filter(({ role }) => role === "user")).toHaveLength(2);
  expect(JSON.stringify(prompt)).not.toContain("tool-call");
});

test("an answer that never came leaves no empty message", async () => {
  const silent: ChatMessage = { id: "2", role: "assistant", parts: [] };
  const prompt = await promptMessages([person("1", "Hi"), silent, person("3", "And?")], empty);
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
  };
  const earlier = called("2", "");
  const parts = earlier.parts.map((part) =>
    part.type === "dynamic-tool" ? { ...part, output: batch } : part,
  );
  const text = JSON.stringify(
    await promptMessages(
      [person("1", "Hi"), { ...earlier, parts: parts as ChatMessage["parts"] }],
      empty,
    ),
  );
  expect(text).toContain(
    "BITBUCKET_CREATE_BRANCH: done, BITBUCKET_CREATE_ISSUE: denied by the person",
  );
  expect(text).toContain(
    "BITBUCKET_UPDATE_ISSUE: outcome unknown, BITBUCKET_CREATE_REPOSITORY: failed",
  );
});
