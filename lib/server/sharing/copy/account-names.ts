import "server-only";
import { z } from "zod";
import { actionViewSchema } from "@/lib/shared/action";
import { type ConnectionView, connectionViewSchema } from "@/lib/shared/connection";
import type { ChatMessage, ChatMessagePart } from "@/lib/shared/message";

/** Tools that answer with the owner's account itself. */
export const tellsAccount = (tool: string) => /^BITBUCKET_GET_CURRENT_USER/.test(tool);

const text = z.string().min(1).optional().catch(undefined);
const accountSchema = z.object({
  display_name: text,
  nickname: text,
  username: text,
  name: text,
});

function connectedAs(connection: ConnectionView): (string | undefined)[] {
  const { state } = connection;
  switch (state.status) {
    case "connected":
      return [state.account];
    case "needed":
      return [state.lost?.account];
    case "opened":
    case "waiting":
    case "failed":
    case "expired":
    case "declined":
      return [];
  }
}

function namesIn(part: ChatMessagePart): (string | undefined)[] {
  if (part.type === "data-connection") {
    const known = connectionViewSchema.safeParse(part.data);
    return known.success ? connectedAs(known.data) : [];
  }
  if (part.type !== "data-action" || !actionViewSchema.safeParse(part.data).success) return [];
  const { tool, account, state } = part.data;
  if (!tellsAccount(tool) || state.status !== "succeeded") return [account];
  const owner = accountSchema.safeParse(state.result);
  return owner.success ? [account, ...Object.values(owner.data)] : [account];
}

/** What the accounts are called that a conversation used, as far as it says. */
export function accountNames(messages: readonly ChatMessage[]): string[] {
  const names = messages.flatMap(({ parts }) => parts.flatMap(namesIn));
  return [...new Set(names.filter((name) => name !== undefined))];
}
