import "server-only";
import { type ActionView, actionViewSchema } from "@/lib/shared/action";
import type { ChatMessage, ChatMessagePart } from "@/lib/shared/message";
import type { ShareChoices } from "@/lib/shared/sharing/choices";
import type { SharedAction, SharedDocument, SharedPart } from "@/lib/shared/sharing/document";
import { tellsAccount } from "./account-names.ts";
import { cardOf } from "./card-fields.ts";
import { publicData } from "./raw-data.ts";

/** Tools whose answers are for nobody else, whatever was chosen. */
const ownersOnly = /^BITBUCKET_GET_(USER_EMAILS|SSH_)/;

type Ended = Extract<ActionView["state"], { status: SharedAction["outcome"] }>;

/** The end of an action; null for one that never came to an end worth showing. */
function endOf({ state }: ActionView): Ended | null {
  switch (state.status) {
    case "succeeded":
    case "failed":
    case "denied":
    case "unknown":
      return state;
    case "queued":
    case "running":
    case "approval":
    case "connection":
    case "blocked":
    case "cancelled":
      return null;
  }
}

function resultOf(
  end: Ended,
  choices: ShareChoices,
): Pick<SharedAction, "card" | "omittedBytes" | "raw"> {
  if (end.status !== "succeeded") return {};
  const { result, omittedBytes } = end;
  if (omittedBytes !== undefined) return choices.cards ? { omittedBytes } : {};
  const data = publicData(result) ?? null;
  return {
    ...(choices.cards ? { card: cardOf(data) } : {}),
    ...(choices.results ? { raw: data } : {}),
  };
}

function sharedAction(action: ActionView, choices: ShareChoices): SharedAction | null {
  const { tool, toolkit, toolClass, account } = action;
  const end = endOf(action);
  // The router's own tools prepare the work; what they say is about tools and accounts.
  if (!end || toolkit === "composio" || ownersOnly.test(tool)) return null;
  if (!choices.accounts && tellsAccount(tool)) return null;
  if (!choices.cards && !choices.sent && !choices.results) return null;
  const sent = publicData(action.arguments) as Record<string, unknown>;
  return {
    type: "action",
    tool,
    toolkit,
    toolClass,
    outcome: end.status,
    ...(choices.accounts && account !== undefined ? { account } : {}),
    ...resultOf(end, choices),
    ...(choices.sent ? { sent } : {}),
  };
}

function sharedPart(part: ChatMessagePart, choices: ShareChoices): SharedPart | null {
  switch (part.type) {
    case "text":
      return choices.answers && part.text.trim() ? { type: "text", text: part.text } : null;
    case "reasoning":
      return choices.reasoning && part.text.trim() ? { type: "reasoning", text: part.text } : null;
    case "data-action": {
      const known = actionViewSchema.safeParse(part.data).success;
      return known ? sharedAction(part.data, choices) : null;
    }
    // Connections, notices, tool traffic, files and kinds of a newer server are in no copy.
    default:
      return null;
  }
}

/** What a copy shows of a conversation: an allow-list, built anew. What is not named here is not in it. */
export function chosenParts(
  messages: readonly ChatMessage[],
  choices: ShareChoices,
): SharedDocument["messages"] {
  return messages.flatMap(({ role, parts }) => {
    if (role === "system") return [];
    const shared = parts.flatMap((part) => sharedPart(part, choices) ?? []);
    return shared.length > 0 ? [{ role, parts: shared }] : [];
  });
}
