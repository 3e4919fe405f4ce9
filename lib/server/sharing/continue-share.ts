import "server-only";
import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { ChatMessagePart } from "@/lib/shared/message";
import { textOf } from "@/lib/shared/message-text";
import type { ContinueShare } from "@/lib/shared/sharing/api";
import { messagesOf } from "@/lib/shared/sharing/messages";
import { database } from "../database/connection.ts";
import { chat, message } from "../database/schema.ts";
import { BranchlineError, notFound, notSaved } from "../errors.ts";
import { say } from "../say.ts";
import { indexText } from "../search/index-text.ts";
import { readShare } from "./read-share.ts";

/** Stands where the copy shows no result: an action that has succeeded has one. */
const leftOut = "This is not part of the copy.";

/** A part under an id of its own in the new chat. */
function ownPart(part: ChatMessagePart): ChatMessagePart {
  if (part.type !== "data-action") return part;
  const id = randomUUID();
  const { state } = part.data;
  const known =
    state.status === "succeeded" ? { ...state, result: state.result ?? leftOut } : state;
  return { ...part, id, data: { ...part.data, id, toolCallId: id, state: known } };
}

const copied = (): ChatMessagePart => ({
  type: "data-notice",
  id: randomUUID(),
  data: { kind: "copied" },
});

/**
 * Makes a chat of the reader's own from a copy they may read: what its page shows, and nothing else. A notice stands where their
 * own conversation begins.
 *
 * @returns the id of the chat
 * @throws BranchlineError `not_found`; `share_changed` when the copy is not the version they have read.
 */
export async function continueShare(
  userId: string,
  { token, version }: ContinueShare,
): Promise<string> {
  const shared = await readShare(token, userId);
  if (!shared) throw notFound("share");
  if (shared.version !== version)
    throw new BranchlineError("share_changed", say("shareHasChanged"));
  const id = randomUUID();
  const metadata = { createdAt: new Date().toISOString(), copied: true };
  const own = messagesOf(shared.document).map(({ role, parts }) => ({
    role: role === "user" ? ("user" as const) : ("assistant" as const),
    parts: parts.map(ownPart),
  }));
  const storage = await database();
  await storage
    .transaction(async (transaction) => {
      const { title } = shared.document;
      await transaction.insert(chat).values({ id, userId, title });
      await indexText(transaction, { kind: "title", id, chatId: id, userId, text: title });
      // One by one: each comes after the one before.
      let headId = id;
      for (const { role, parts } of [...own, { role: "assistant" as const, parts: [copied()] }]) {
        const parentId = headId;
        headId = randomUUID();
        const row = { id: headId, chatId: id, parentId, role, parts, metadata };
        await transaction.insert(message).values(row);
        const text = textOf({ parts: parts });
        await indexText(transaction, { kind: "message", id: headId, chatId: id, userId, text });
      }
      await transaction.update(chat).set({ headId }).where(eq(chat.id, id));
    })
    .catch((error: unknown) => {
      throw notSaved("chat", error) ?? error;
    });
  return id;
}
