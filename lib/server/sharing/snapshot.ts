import "server-only";
import type { ActionState, ActionView } from "@/lib/shared/action";
import type { ChatMessage, ChatMessagePart } from "@/lib/shared/message";

/** Words without addresses: of a Markdown link its words stay. */
function textWithoutAddresses(text: string): string {
  return text.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/https?:\/\/[^\s)>\]]+/gi, "[link]");
}

/** git's way to write a person, `Jane Doe <jane@example.com>`. */
const gitPerson = /^([^<>\n]*?)\s*<[^<>\s@]+@[^<>\s]+>$/;

/** A result without the provider's addresses and people's e-mail addresses, at any depth. */
function withoutAddresses(value: unknown): unknown {
  if (typeof value === "string") return value.replace(gitPerson, "$1");
  if (Array.isArray(value)) return value.map(withoutAddresses);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== "links")
      .map(([key, inner]) => [key, withoutAddresses(inner)]),
  );
}

/** The state a stranger may see; null for actions that never came to an end worth showing. */
function publicState(state: ActionState): ActionState | null {
  switch (state.status) {
    case "succeeded":
      return {
        status: "succeeded",
        result: withoutAddresses(state.result),
        ...(state.omittedBytes ? { omittedBytes: state.omittedBytes } : {}),
      };
    case "failed":
      return { status: "failed", error: { code: state.error.code, message: "This did not work." } };
    case "denied":
      return { status: "denied" };
    case "unknown":
      return { status: "unknown" };
    case "queued":
    case "running":
    case "approval":
    case "connection":
    case "blocked":
    case "cancelled":
      return null;
  }
}

/** Tools whose results are the owner's account itself. */
const aboutTheAccount = /^BITBUCKET_GET_(CURRENT_USER|USER_EMAILS|SSH_)/;

function publicAction(action: ActionView, position: string): ChatMessagePart | null {
  const state = publicState(action.state);
  if (!state || action.toolkit === "composio" || aboutTheAccount.test(action.tool)) return null;
  const { tool, toolkit, toolClass, index } = action;
  const data: ActionView = {
    id: position,
    toolCallId: position,
    index,
    tool,
    toolkit,
    toolClass,
    arguments: {},
    state,
  };
  return { type: "data-action", id: position, data };
}

function publicPart(part: ChatMessagePart, position: string): ChatMessagePart | null {
  if (part.type === "text") return { type: "text", text: textWithoutAddresses(part.text) };
  if (part.type === "data-action") return publicAction(part.data, position);
  return null;
}

/**
 * What a stranger gets of a conversation: an allow-list, built anew. Words and results; no arguments, accounts, reasons,
 * connect cards, notices of how the writing went, tool traffic, or identifiers of ours. What is not named here is not in it.
 */
export function snapshot(messages: readonly ChatMessage[]): ChatMessage[] {
  return messages.map((message, messageIndex) => ({
    id: `${messageIndex}`,
    role: message.role,
    parts: message.parts.flatMap(
      (part, partIndex) => publicPart(part, `${messageIndex}-${partIndex}`) ?? [],
    ),
  }));
}
