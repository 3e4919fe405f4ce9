import "server-only";
import { and, eq, exists, ne, sql } from "drizzle-orm";
import type { ChatPage, ChatShelf } from "@/lib/shared/api";
import { database } from "../database/connection.ts";
import { chat, run, share } from "../database/schema.ts";
import { cursorAfter, isAfter, latestFirst, microsecondsOf } from "../database/time-cursor.ts";
import { isAlive } from "../runs/alive.ts";
import { notExpired } from "../sharing/expiry.ts";
import { isOwned } from "./own-chat.ts";

const pageSize = 50;

const order = { time: chat.updatedAt, id: chat.id };

/**
 * The user's chats, the latest first, 50 a page.
 *
 * @param options.shelf only those that are kept there
 * @param options.project only those in this project, without those that are archived
 * @param options.cursor `nextCursor` of the page before
 */
export async function listChats(
  userId: string,
  {
    shelf,
    project,
    cursor,
  }: {
    shelf?: ChatShelf | undefined;
    project?: string | undefined;
    cursor?: string | undefined;
  } = {},
): Promise<ChatPage> {
  const storage = await database();
  const rows = await storage
    .select({
      id: chat.id,
      title: chat.title,
      updatedAt: chat.updatedAt,
      microseconds: microsecondsOf(chat.updatedAt),
      runStatus: run.status,
      naming: sql<boolean>`coalesce(${chat.namingUntil} > now(), false)`,
      shelf: chat.shelf,
      project: chat.projectId,
      shared: sql<boolean>`${exists(
        storage
          .select({ id: share.id })
          .from(share)
          .where(and(eq(share.chatId, chat.id), ne(share.audience, "me"), notExpired)),
      )}`,
    })
    .from(chat)
    .leftJoin(run, and(eq(run.chatId, chat.id), isAlive))
    .where(
      and(
        isOwned(userId),
        shelf && eq(chat.shelf, shelf),
        project === undefined
          ? undefined
          : and(eq(chat.projectId, project), ne(chat.shelf, "archived")),
        cursor ? isAfter(cursor, order) : undefined,
      ),
    )
    .orderBy(...latestFirst(order))
    .limit(pageSize + 1);
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return {
    chats: page.map(({ id, title, naming, updatedAt, runStatus, shared, shelf, project }) => ({
      id,
      shelf,
      project,
      title,
      naming,
      updatedAt: updatedAt.toISOString(),
      activity: runStatus === null ? "idle" : runStatus === "waiting" ? "waiting" : "running",
      shared,
    })),
    nextCursor: rows.length > pageSize && last ? cursorAfter(last) : null,
  };
}
