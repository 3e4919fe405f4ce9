import { describe, expect, it } from "vitest";
import type { ActionState, ActionView } from "@/lib/shared/action";
import type { ConnectionState } from "@/lib/shared/connection";
import type { ChatMessagePart } from "@/lib/shared/message";
import { messageSegments, waitsForPerson } from "./message-segments";

function action(id: string, state: ActionState = { status: "queued" }): ChatMessagePart {
  const data: ActionView = {
    id,
    toolCallId: "call",
    index: 0,
    tool: "BITBUCKET_LIST_BRANCHES",
    toolkit: "bitbucket",
    toolClass: "read",
    arguments: {},
    state,
  };
  return { type: "data-action", id, data };
}

const connection = (state: ConnectionState): ChatMessagePart => ({
  type: "data-connection",
  id: "connection",
  data: { id: "connection", toolkit: "bitbucket", state },
});
const text = (words: string): ChatMessagePart => ({ type: "text", text: words });
const toolCall: ChatMessagePart = {
  type: "dynamic-tool",
  toolName: "COMPOSIO_MULTI_EXECUTE_TOOL",
  toolCallId: "call",
  state: "input-available",
  input: {},
};
const unknownPart = JSON.parse('{"type":"hologram","depth":3}') as ChatMessagePart;
const brokenAction = JSON.parse(
  '{"type":"data-action","id":"x","data":{"id":"x"}}',
) as ChatMessagePart;

describe("messageSegments", () => {
  it("makes one list of actions that follow each other, over steps and tool calls", () => {
    const parts = [
      text("First"),
      toolCall,
      action("a"),
      { type: "step-start" } satisfies ChatMessagePart,
      toolCall,
      action("b"),
      text("Then"),
      action("c"),
    ];
    const summary = messageSegments(parts).map((segment) =>
      segment.kind === "actions" ? segment.actions.map(({ id }) => id) : segment.kind,
    );
    expect(summary).toEqual(["text", ["a", "b"], "text", ["c"]]);
  });

  it("keeps keys while a message grows", () => {
    const parts = [text("First"), action("a"), text("More")];
    const keys = messageSegments(parts).map(({ key }) => key);
    const grown = messageSegments([...parts, action("b"), text("End")]).map(({ key }) => key);
    expect(grown.slice(0, keys.length)).toEqual(keys);
    expect(new Set(grown).size).toBe(grown.length);
  });

  it("passes over empty text, kinds it does not know, and data of another shape", () => {
    expect(messageSegments([text(" \n"), unknownPart, brokenAction, toolCall])).toEqual([]);
  });
});

describe("waitsForPerson", () => {
  const approval: ActionState = { status: "approval", approvalId: "1", warnings: [] };

  it.each<[string, ChatMessagePart, boolean]>([
    ["an approval", action("a", approval), true],
    ["an account that is missing", action("a", { status: "connection", connectionId: "1" }), true],
    ["a running action", action("a", { status: "running" }), false],
    ["a connect card", connection({ status: "needed" }), true],
    ["a connect card that failed", connection({ status: "failed", reason: "Denied" }), true],
    ["a connect card that was put off", connection({ status: "declined" }), false],
    ["a connected account", connection({ status: "connected" }), false],
    ["words", text("Shall I?"), false],
  ])("%s", (_name, part, waits) => {
    expect(waitsForPerson([text("So"), part])).toBe(waits);
  });
});
