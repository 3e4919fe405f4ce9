import "server-only";
import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { ArchivedChat } from "@/lib/shared/archive";
import { textOf } from "@/lib/shared/message-text";
import { hasRoomToPin } from "../chats/shelf.ts";
import { database } from "../database/connection.ts";
import { chat, message } from "../database/schema.ts";
import { notSaved } from "../errors.ts";
import { projectNamed } from "../projects/project-named.ts";
import { indexText, indexTexts } from "../search/index-text.ts";
import { broughtParts } from "./archived-parts.ts";
import { BroughtFiles } from "./brought-files.ts";

/** Rows that are written with one statement; each has a handful of values, and a statement takes 65,535 at most. */
const rowsAtOnce = 500;

/**
 * Makes a chat of the user's own from one that left an installation. What it tells of being done is told, not done: a model
 * reads its words as material, and no action of it stands in the audit trail.
 *
 * @returns the id of the chat
 * @throws BranchlineError `not_saved`, and `invalid_attachment` or `attachments_full` for its files.
 */
export async function importChat(userId: string, archived: ArchivedChat): Promise<string> {
  const id = randomUUID();
  const ids = archived.messages.map(() => randomUUID());
  const idOf = (number: number) => ids[number - 1] ?? id;
  const files = new BroughtFiles();
  const rows = archived.messages.map(({ after, role, createdAt, outcome, parts }, index) => ({
    id: idOf(index + 1),
    chatId: id,
    parentId: idOf(after),
    role,
    parts: broughtParts(parts, files.bring),
    metadata: {
      copied: true,
      ...(createdAt ? { createdAt } : {}),
      ...(outcome ? { outcome } : {}),
    },
  }));
  const now = new Date();
  const moment = (time: string) => new Date(Math.min(Date.parse(time), now.getTime()));
  const { title, mode, createdAt, updatedAt, shown } = archived;
  await (await database())
    .transaction(async (transaction) => {
      const times = { createdAt: moment(createdAt), updatedAt: moment(updatedAt) };
      const room = archived.shelf !== "pinned" || (await hasRoomToPin(transaction, userId));
      const { project } = archived;
      const projectId = project ? await projectNamed(transaction, userId, project) : null;
      const shelf = room ? archived.shelf : "list";
      await transaction
        .insert(chat)
        .values({ id, userId, title, mode, shelf, projectId, ...times });
      await files.store(transaction, { userId, chatId: id });
      const entry = { chatId: id, userId };
      await indexText(transaction, { ...entry, kind: "title", id, text: title });
      for (let from = 0; from < rows.length; from += rowsAtOnce) {
        const some = rows.slice(from, from + rowsAtOnce);
        await transaction.insert(message).values(some);
        const texts = some.map(({ id, parts }) => ({ id, text: textOf({ parts: parts }) }));
        await indexTexts(
          transaction,
          texts.map((text) => ({ ...entry, kind: "message", ...text })),
        );
      }
      const headId = shown > 0 ? idOf(shown) : null;
      await transaction.update(chat).set({ headId }).where(eq(chat.id, id));
    })
    .catch((error: unknown) => {
      throw notSaved("chat", error) ?? error;
    });
  return id;
}
