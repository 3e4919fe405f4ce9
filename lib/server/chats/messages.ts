import "server-only";
import { desc, eq, type SQL, sql } from "drizzle-orm";
import type { MessagePage } from "@/lib/shared/api";
import type { ChatMessage } from "@/lib/shared/message";
import { database } from "../database/connection.ts";
import { chat, message } from "../database/schema.ts";
import { depthOf, pathUp } from "./path.ts";
import { readVersions } from "./versions.ts";

/** Fills a large window several times over; what is before comes when the reader nears it. */
const pageSize = 20;

const shown = {
  id: message.id,
  role: message.role,
  parts: message.parts,
  metadata: message.metadata,
  createdAt: message.createdAt,
};

/** A message with the moment at which it was stored, by the database's clock. */
export type DatedMessage = ChatMessage & { createdAt: Date };

const undated = ({ createdAt: _createdAt, ...shown }: DatedMessage): ChatMessage => shown;

const headOf = (chatId: string) => sql`select ${chat.headId} from ${chat} where id = ${chatId}`;
const placeBefore = (id: string) =>
  sql`select ${message.parentId} from ${message} where id = ${id}`;

/** The messages that lead to one and that one, the oldest first. @param limit at most, of the last */
async function readPath(from: SQL, limit?: number): Promise<DatedMessage[]> {
  const path = pathUp(from, limit);
  const rows = await (await database())
    .select({ ...shown, depth: path.depth })
    .from(message)
    .innerJoin(path.table, eq(path.id, message.id))
    .orderBy(desc(path.depth));
  return rows.map(({ depth: _depth, ...row }) => row);
}

/** So far from the end of a chat a message may be for a page to reach from one to the other. */
const reach = 2_000;

/** Messages before the one that was sought, for the reader to see what it is about. */
const lead = 10;

/** How many messages a page of the newest needs to have a message on it; the usual number where it cannot. */
async function sizeToReach(chatId: string, messageId: string): Promise<number> {
  const { rows } = await (await database()).execute<{ depth: number }>(
    depthOf(chatId, messageId, reach),
  );
  return Math.max(pageSize, (rows[0]?.depth ?? 0) + lead);
}

type PagePlace =
  | { kind: "newest" }
  /** The newest, back to a message that is sought, if that is not too many. */
  | { kind: "through"; messageId: string }
  | { kind: "before"; messageId: string };

/** A page of the version of a chat that is shown, its oldest message first: 20, or more to reach back to one. */
export async function readMessagePage(chatId: string, place: PagePlace): Promise<MessagePage> {
  const from = place.kind === "before" ? placeBefore(place.messageId) : headOf(chatId);
  const size = place.kind === "through" ? await sizeToReach(chatId, place.messageId) : pageSize;
  const found = await readPath(from, size + 1);
  const messages = found.slice(-size).map(undated);
  return {
    messages,
    hasEarlier: found.length > size,
    versions: await readVersions(
      chatId,
      messages.map(({ id }) => id),
    ),
  };
}

/** The messages before one, the oldest first: that is what a model gets to see. @param limit at most */
export function readMessagesBefore(id: string, limit: number): Promise<DatedMessage[]> {
  return readPath(placeBefore(id), limit);
}

/** Every message of the version of a chat that is shown, in order, for a copy of all of it. A screen reads pages. */
export async function readAllMessages(chatId: string): Promise<ChatMessage[]> {
  return (await readPath(headOf(chatId))).map(undated);
}
