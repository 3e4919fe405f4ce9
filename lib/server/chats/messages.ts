import "server-only";
import { desc, eq, type SQL, sql } from "drizzle-orm";
import type { MessagePage } from "@/lib/shared/api";
import type { ChatMessage } from "@/lib/shared/message";
import { database } from "../database/connection.ts";
import { chat, message } from "../database/schema.ts";
import { pathUp } from "./path.ts";
import { readVersions } from "./versions.ts";

const pageSize = 50;

const shown = {
  id: message.id,
  role: message.role,
  parts: message.parts,
  metadata: message.metadata,
};

const headOf = (chatId: string) => sql`select ${chat.headId} from ${chat} where id = ${chatId}`;
const placeBefore = (id: string) =>
  sql`select ${message.parentId} from ${message} where id = ${id}`;

/** The messages that lead to one and that one, the oldest first. @param limit at most, of the last */
async function readPath(from: SQL, limit?: number): Promise<ChatMessage[]> {
  const path = pathUp(from, limit);
  const rows = await (await database())
    .select({ ...shown, depth: path.depth })
    .from(message)
    .innerJoin(path.table, eq(path.id, message.id))
    .orderBy(desc(path.depth));
  return rows.map(({ depth: _depth, ...row }) => row);
}

/**
 * A page of the version of a chat that is shown, its oldest message first: the newest 50, or the 50 before a message.
 *
 * @param before id of the message that follows the page
 */
export async function readMessagePage(chatId: string, before?: string): Promise<MessagePage> {
  const from = before === undefined ? headOf(chatId) : placeBefore(before);
  const found = await readPath(from, pageSize + 1);
  const messages = found.slice(-pageSize);
  return {
    messages,
    hasEarlier: found.length > pageSize,
    versions: await readVersions(
      chatId,
      messages.map(({ id }) => id),
    ),
  };
}

/** The messages before one, the oldest first: that is what a model gets to see. @param limit at most */
export function readMessagesBefore(id: string, limit: number): Promise<ChatMessage[]> {
  return readPath(placeBefore(id), limit);
}

/** Every message of the version of a chat that is shown, in order, for a copy of all of it. A screen reads pages. */
export function readAllMessages(chatId: string): Promise<ChatMessage[]> {
  return readPath(headOf(chatId));
}
