import "server-only";
import { and, eq, inArray, isNull, or } from "drizzle-orm";
import type { Attachment } from "@/lib/shared/attachment";
import { messageTextLimit } from "@/lib/shared/limits";
import { modelFor, readsImages } from "../agent/models.ts";
import type { Database } from "../database/connection.ts";
import { attachment, chat } from "../database/schema.ts";
import { BranchlineError } from "../errors.ts";
import { say } from "../say.ts";
import { described, viewOf } from "./row.ts";

/** @throws BranchlineError `invalid_attachment` for what a model could not read beside everything else, or not at all. */
function checkReadable(attachments: readonly Attachment[], model: string): void {
  const text = attachments.reduce((sum, { kind, size }) => (kind === "text" ? sum + size : sum), 0);
  if (text > messageTextLimit)
    throw new BranchlineError(
      "invalid_attachment",
      say("textsTooLarge", messageTextLimit / 1_000),
      { hint: say("removeOne") },
    );
  if (attachments.some(({ kind }) => kind === "image") && !readsImages(model))
    throw new BranchlineError("invalid_attachment", say("modelWithoutPictures", model), {
      hint: say("otherModelOrNoPicture"),
    });
}

/**
 * Gives files to the chat of the message that names them. A file belongs to one chat: versions of a message may share it.
 *
 * @param model the one that the message chooses, if it does
 * @returns them in the order of their ids
 * @throws BranchlineError `not_found` when one of them is absent, somebody else's, or in another chat, and `invalid_attachment`.
 */
export async function bindAttachments(
  transaction: Database,
  { userId, chatId, model }: { userId: string; chatId: string; model: string | undefined },
  ids: readonly string[],
): Promise<Attachment[]> {
  if (ids.length === 0) return [];
  const free = or(isNull(attachment.chatId), eq(attachment.chatId, chatId));
  const rows = await transaction
    .update(attachment)
    .set({ chatId })
    .where(and(inArray(attachment.id, [...ids]), eq(attachment.userId, userId), free))
    .returning(described);
  const bound = new Map(rows.map((row) => [row.id, viewOf(row)]));
  const attachments = ids.map((id) => {
    const found = bound.get(id);
    if (found) return found;
    throw new BranchlineError("not_found", say("fileGone"), {
      hint: say("attachAgain"),
      subject: { kind: "attachment", id },
    });
  });
  const [own] = await transaction
    .select({ model: chat.model })
    .from(chat)
    .where(eq(chat.id, chatId));
  checkReadable(attachments, await modelFor(model ?? own?.model ?? null, transaction));
  return attachments;
}
