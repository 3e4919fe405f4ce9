import type { ActionState, ActionView } from "../action";
import type { ChatMessage, ChatMessagePart } from "../message";
import type { SharedAction, SharedDocument, SharedPart } from "./document";

/** What an action of a copy is called in it: its place. */
const placeOf = (message: number, part: number) => `${message}-${part}`;

function stateOf({ outcome, card, omittedBytes }: SharedAction): ActionState {
  switch (outcome) {
    case "succeeded":
      return {
        status: "succeeded",
        result: card,
        ...(omittedBytes === undefined ? {} : { omittedBytes }),
      };
    case "failed":
      return { status: "failed", error: { code: "shared", message: "This did not work." } };
    case "denied":
      return { status: "denied" };
    case "unknown":
      return { status: "unknown" };
  }
}

function actionOf(action: SharedAction, id: string): ActionView {
  const { tool, toolkit, toolClass, sent = {}, account } = action;
  return {
    id,
    toolCallId: id,
    index: 0,
    tool,
    toolkit,
    toolClass,
    arguments: sent,
    ...(account === undefined ? {} : { account }),
    state: stateOf(action),
  };
}

function partOf(part: SharedPart, id: string): ChatMessagePart {
  switch (part.type) {
    case "text":
    case "reasoning":
      return { type: part.type, text: part.text };
    case "action":
      return { type: "data-action", id, data: actionOf(part, id) };
  }
}

/** A copy as messages, for what shows messages. Their ids are places in the copy. */
export function messagesOf({ messages }: SharedDocument): ChatMessage[] {
  return messages.map(({ role, parts }, messageIndex) => ({
    id: String(messageIndex),
    role,
    parts: parts.map((part, partIndex) => partOf(part, placeOf(messageIndex, partIndex))),
  }));
}

/** The data that tools answered, by the ids that {@link messagesOf} gives the actions. */
export function rawResultsOf({ messages }: SharedDocument): Map<string, unknown> {
  const raw = new Map<string, unknown>();
  for (const [messageIndex, { parts }] of messages.entries())
    for (const [partIndex, part] of parts.entries())
      if (part.type === "action" && part.raw !== undefined)
        raw.set(placeOf(messageIndex, partIndex), part.raw);
  return raw;
}
