import { describe, expect, test } from "vitest";
import type { ActionState, ActionView } from "@/lib/shared/action";
import type { ChatMessage } from "@/lib/shared/message";
import { snapshot } from "./snapshot.ts";

const error = { code: "x", message: "CANARY", hint: "CANARY" };

function action(state: ActionState, more: Partial<ActionView> = {}): ChatMessage["parts"][number] {
  const data: ActionView = {
    id: "CANARY",
    toolCallId: "CANARY",
    index: 0,
    tool: "BITBUCKET_GET_BRANCH",
    toolkit: "bitbucket",
    toolClass: "read",
    arguments: { workspace: "CANARY", nested: [{ deep: "CANARY" }] },
    account: "CANARY",
    original: { name: "CANARY" },
    allowed: "always",
    state,
    startedAt: "CANARY",
    finishedAt: "CANARY",
    ...more,
  };
  return { type: "data-action", id: "CANARY", data };
}

const result = {
  name: "main",
  links: { html: { href: "https://CANARY" } },
  values: [{ id: 1, links: { self: { href: "https://CANARY" } } }],
  target: { author: { raw: "Jane Doe <CANARY@example.com>" } },
};

const publicResult = { name: "main", target: { author: { raw: "Jane Doe" } } };

const conversation: ChatMessage[] = [
  {
    id: "CANARY",
    role: "user",
    metadata: { createdAt: "CANARY", runId: "CANARY" },
    parts: [
      { type: "text", text: "Show me the branches", providerMetadata: { a: { b: "CANARY" } } },
    ],
  },
  {
    id: "CANARY",
    role: "assistant",
    metadata: { runId: "CANARY", outcome: { status: "failed", error } },
    parts: [
      { type: "step-start" },
      { type: "reasoning", text: "CANARY" },
      { type: "text", text: "Here they are.", providerMetadata: { openai: { itemId: "CANARY" } } },
      {
        type: "dynamic-tool",
        toolName: "CANARY",
        toolCallId: "CANARY",
        state: "output-available",
        input: { a: "CANARY" },
        output: { a: "CANARY" },
      },
      {
        type: "data-connection",
        id: "CANARY",
        data: { id: "CANARY", toolkit: "bitbucket", state: { status: "failed", reason: "CANARY" } },
      },
      ...[
        { kind: "resumed" as const },
        { kind: "retried" as const },
        { kind: "shortened" as const, messages: 12 },
        { kind: "retrying" as const, error, attempt: 1, until: "CANARY" },
      ].map((data) => ({ type: "data-notice" as const, id: "CANARY", data })),
      { type: "file", mediaType: "text/plain", url: "https://CANARY" },
      { type: "source-url", sourceId: "CANARY", url: "https://CANARY" },
      action({ status: "succeeded", result }),
      action({ status: "succeeded", result: { redirect_url: "CANARY" } }, { toolkit: "composio" }),
      action({ status: "failed", error, details: "CANARY" }),
      action({ status: "denied", reason: "CANARY" }),
      action({ status: "unknown" }),
      action({ status: "blocked", error }),
      action({ status: "cancelled" }),
      action({ status: "queued" }),
      action({ status: "running", progress: { message: "CANARY" } }),
      action({
        status: "approval",
        approvalId: "CANARY",
        confirmation: "CANARY",
        warnings: ["CANARY"],
        before: { state: "CANARY" },
        subject: "CANARY",
      }),
      action({ status: "connection", connectionId: "CANARY" }),
    ],
  },
];

describe("a snapshot", () => {
  const shared = snapshot(conversation);

  test("holds no byte that is not named", () => {
    expect(JSON.stringify(shared)).not.toContain("CANARY");
  });

  test("tells nothing of how the server and the model fared", () => {
    expect(JSON.stringify(shared)).not.toMatch(/notice|resumed|retr|shortened/);
    expect(JSON.stringify(shared)).not.toMatch(/allow|original|subject/);
  });

  test("holds the words and the results", () => {
    expect(shared).toMatchObject([
      { role: "user", parts: [{ type: "text", text: "Show me the branches" }] },
      {
        role: "assistant",
        parts: [
          { type: "text", text: "Here they are." },
          {
            type: "data-action",
            data: { arguments: {}, state: { status: "succeeded", result: publicResult } },
          },
          { data: { state: { status: "failed" } } },
          { data: { state: { status: "denied" } } },
          { data: { state: { status: "unknown" } } },
        ],
      },
    ]);
    expect(shared[1]?.parts).toHaveLength(5);
  });

  test("has an id for every part and every message, none of them ours", () => {
    const ids = shared.flatMap(({ id, parts }) => [
      id,
      ...parts.flatMap((part) => (part.type === "data-action" ? [part.id] : [])),
    ]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("does not change what it was made of", () => {
    const before = JSON.stringify(conversation);
    snapshot(conversation);
    expect(JSON.stringify(conversation)).toBe(before);
  });
});

test("addresses in the words stay behind, the words of a link do not", () => {
  const text =
    "See [the page](https://canary.example/x), <https://canary.example/y> (HTTP://CANARY.example).";
  const [message] = snapshot([{ id: "1", role: "assistant", parts: [{ type: "text", text }] }]);
  expect(message?.parts).toEqual([{ type: "text", text: "See the page, <[link]> ([link])." }]);
});

test("who the owner is at Bitbucket stays behind", () => {
  const own = action(
    { status: "succeeded", result: { nickname: "CANARY" } },
    { tool: "BITBUCKET_GET_CURRENT_USER2" },
  );
  expect(snapshot([{ id: "1", role: "assistant", parts: [own] }])[0]?.parts).toEqual([]);
});
