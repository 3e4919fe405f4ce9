import "server-only";
import { and, eq, inArray, isNull, or } from "drizzle-orm";
import type { Attachment } from "@/lib/shared/attachment";
import { isInChat } from "../chats/own-chat.ts";
import { database } from "../database/connection.ts";
import { attachment } from "../database/schema.ts";
import { notFound } from "../errors.ts";
import { described, viewOf } from "./row.ts";

export type AttachedContent = { attachment: Attachment; content: Uint8Array };

/** Those of some attachments that are this user's, with their content, by id. */
export async function readAttachments(
  userId: string,
  ids: readonly string[],
): Promise<Map<string, AttachedContent>> {
  if (ids.length === 0) return new Map();
  const rows = await (await database())
    .select({ ...described, content: attachment.content })
    .from(attachment)
    .where(
      and(
        inArray(attachment.id, [...ids]),
        eq(attachment.userId, userId),
        // One of a chat that was deleted is gone with it.
        or(isNull(attachment.chatId), isInChat(attachment.chatId)),
      ),
    );
  return new Map(
    rows.map(({ content, ...row }) => [row.id, { attachment: viewOf(row), content }] as const),
  );
}

/** @throws BranchlineError `not_found` when it is absent or somebody else's. */
export async function readAttachment(userId: string, id: string): Promise<AttachedContent> {
  const found = (await readAttachments(userId, [id])).get(id);
  if (!found) throw notFound("file", { kind: "attachment", id });
  return found;
}
