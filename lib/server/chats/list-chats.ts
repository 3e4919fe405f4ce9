import "server-only";
import { and, desc, eq, exists, ilike, ne, sql } from "drizzle-orm";
import { type ChatPage, identifierSchema } from "@/lib/shared/api";
import { database } from "../database/connection.ts";
import { chat, run, share } from "../database/schema.ts";
import { BranchlineError } from "../errors.ts";
import { storableText } from "../storable.ts";

const pageSize = 50;

/** A cursor is the last chat's time in microseconds and its id: the order of the list, so pages never overlap. */
function readCursor(cursor: string): { at: string; id: string } {
  const [at = "", id = ""] = cursor.split("_");
  if (!/^\d{1,17}$/.test(at) || !identifierSchema.safeParse(id).success) {
    throw new BranchlineError("invalid_request", "This page marker is not valid.", {
      hint: "Start from the first page.",
    });
  }
  return { at, id };
}

const updatedMicroseconds = sql<string>`(extract(epoch from ${chat.updatedAt}) * 1000000)::bigint`;

/**
 * The user's chats, the latest first, 50 a page.
 *
 * @param options.query words that the title has to contain
 * @param options.cursor `nextCursor` of the page before
 */
export async function listChats(
  userId: string,
  { query, cursor }: { query?: string | undefined; cursor?: string | undefined } = {},
): Promise<ChatPage> {
  const storage = await database();
  const after = cursor ? readCursor(cursor) : null;
  const rows = await storage
    .select({
      id: chat.id,
      title: chat.title,
      updatedAt: chat.updatedAt,
      microseconds: updatedMicroseconds,
      runStatus: run.status,
      shared: sql<boolean>`${exists(storage.select({ id: share.id }).from(share).where(eq(share.chatId, chat.id)))}`,
    })
    .from(chat)
    .leftJoin(run, and(eq(run.chatId, chat.id), ne(run.status, "ended")))
    .where(
      and(
        eq(chat.userId, userId),
        query
          ? ilike(chat.title, `%${storableText(query).replace(/[\\%_]/g, "\\$&")}%`)
          : undefined,
        after
          ? sql`(${updatedMicroseconds}, ${chat.id}) < (${after.at}::bigint, ${after.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(chat.updatedAt), desc(chat.id))
    .limit(pageSize + 1);
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return {
    chats: page.map(({ id, title, updatedAt, runStatus, shared }) => ({
      id,
      title,
      updatedAt: updatedAt.toISOString(),
      activity: runStatus === null ? "idle" : runStatus === "waiting" ? "waiting" : "running",
      shared,
    })),
    nextCursor: rows.length > pageSize && last ? `${last.microseconds}_${last.id}` : null,
  };
}
