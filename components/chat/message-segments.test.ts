import { describe, expect, it } from "vitest";
import type { ActionState, ActionView } from "@/lib/shared/action";
import type { ConnectionState } from "@/lib/shared/connection";
import type { ChatMessagePart } from "@/lib/shared/message";
import type { NoticeView } from "@/lib/shared/notice";
import { readable } from "@/lib/shared/readable";
import { hasBegun, messageSegments, pendingRetry, waitsForPerson } from "./message-segments";

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
const notice = (data: NoticeView): ChatMessagePart => ({ type: "data-notice", id: "notice", data });
const retrying: NoticeView = {
  kind: "retrying",
  error: { code: "model_rate_limited", message: "The model's provider is limiting requests." },
  attempt: 1,
  until: "2026-11-22T12:00:04.000Z",
};
const newerNotice = JSON.parse(
  '{"type":"data-notice","id":"x","data":{"kind":"teleported","to":"Mars"}}',
) as ChatMessagePart;
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
    expect(
      messageSegments(
        [text(" \n"), unknownPart, brokenAction, newerNotice, toolCall].map(readable),
      ),
    ).toEqual([]);
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

describe("notices", () => {
  it("stand in their place and part lists of actions", () => {
    const parts = [action("a"), notice({ kind: "resumed" }), action("b")];
    expect(messageSegments(parts).map(({ kind }) => kind)).toEqual([
      "actions",
      "notice",
      "actions",
    ]);
  });

  it("say that the model is asked again while nothing came after", () => {
    const step = { type: "step-start" } satisfies ChatMessagePart;
    expect(pendingRetry([text("So"), notice(retrying), step])).toEqual(retrying);
    expect(pendingRetry([notice({ ...retrying, kind: "retried" }), step])).toBeUndefined();
    expect(pendingRetry([notice(retrying), text("So")])).toBeUndefined();
    expect(pendingRetry([])).toBeUndefined();
  });
});

describe("hasBegun", () => {
  it.each<[string, ChatMessagePart[], boolean]>([
    ["words", [text("So")], true],
    ["an action", [action("a", { status: "running" })], true],
    ["an action of a newer server", [readable(brokenAction)], true],
    ["nothing", [], false],
    ["only blanks, thoughts and notices", [text("\n"), notice(retrying)], false],
  ])("%s", (_name, parts, begun) => {
    expect(hasBegun(parts)).toBe(begun);
  });
});
