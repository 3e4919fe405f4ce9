import "server-only";
import { and, asc, eq, exists, gt, ilike, lt, lte, ne, or, type SQL, sql } from "drizzle-orm";
import { type ChatPage, identifierSchema } from "@/lib/shared/api";
import { database } from "../database/connection.ts";
import { chat, run, share } from "../database/schema.ts";
import { BranchlineError } from "../errors.ts";
import { storableText } from "../storable.ts";

const pageSize = 50;

/** The last chat's time in microseconds and its id: the order of the list, so pages never overlap. */
type Place = { at: string; id: string };

function readCursor(cursor: string): Place {
  const [at = "", id = ""] = cursor.split("_");
  if (!/^\d{1,17}$/.test(at) || !identifierSchema.safeParse(id).success) {
    throw new BranchlineError("invalid_request", "This page marker is not valid.", {
      hint: "Start from the first page.",
    });
  }
  return { at, id };
}

const updatedMicroseconds = sql<string>`(extract(epoch from ${chat.updatedAt}) * 1000000)::bigint`;

/** In the order of the list, which is that of its index: the first condition is where the index is entered. */
function isAfter({ at, id }: Place): SQL | undefined {
  const moment = sql`timestamptz 'epoch' + ${at}::bigint * interval '1 microsecond'`;
  return and(lte(chat.updatedAt, moment), or(lt(chat.updatedAt, moment), gt(chat.id, id)));
}

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
        after ? isAfter(after) : undefined,
      ),
    )
    // As the index has it, to the word: ordered otherwise, all chats would be read and sorted for each page.
    .orderBy(sql`${chat.updatedAt} desc nulls last`, asc(chat.id))
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
