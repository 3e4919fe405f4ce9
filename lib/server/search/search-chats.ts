import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { type SearchHit, type SearchPage, searchLengthLimit } from "@/lib/shared/search";
import { isOwned } from "../chats/own-chat.ts";
import { database } from "../database/connection.ts";
import { chat, message } from "../database/schema.ts";
import { BranchlineError } from "../errors.ts";
import { say } from "../say.ts";
import { excerpt, marked, withoutMarkup } from "./excerpt.ts";
import { queryOf } from "./lexemes.ts";
import { textsOf } from "./message-texts.ts";
import { newestMatches } from "./newest-matches.ts";
import { searchTerms } from "./search-terms.ts";

const pageSize = 20;

function placeOf(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor);
  throw new BranchlineError("invalid_request", say("pageMarkerNotValid"), {
    hint: say("fromFirstPage"),
  });
}

function expectSearchable(query: string): void {
  if (query.length > searchLengthLimit)
    throw new BranchlineError("invalid_request", say("searchTooLong"), {
      hint: say("useAtMost", searchLengthLimit),
    });
}

/**
 * Where some words occur in the titles and messages of a user's chats, the newest first, 20 a page. Of each word typed its
 * beginning is enough. A title is left out where a message of its chat is on the same page.
 *
 * @throws BranchlineError `invalid_request` for too long a text or a cursor of nobody's
 */
export async function searchChats(
  userId: string,
  { query, cursor }: { query: string; cursor?: string | undefined },
): Promise<SearchPage> {
  expectSearchable(query);
  const terms = searchTerms(query);
  const before = placeOf(cursor);
  if (terms.length === 0) return { hits: [], nextCursor: null };
  const storage = await database();
  const found = await newestMatches({ userId, before }, queryOf(userId, terms), pageSize);
  const chatIds = found.matches.map(({ chatId }) => chatId);
  const messageIds = found.matches.flatMap(({ kind, id }) => (kind === "message" ? id : []));
  const chats = await storage
    .select({ id: chat.id, title: chat.title, updatedAt: chat.updatedAt })
    .from(chat)
    .where(and(inArray(chat.id, chatIds), isOwned(userId)));
  const messages = await storage
    .select({
      id: message.id,
      author: message.role,
      text: textsOf(message.parts),
      createdAt: message.createdAt,
    })
    .from(message)
    .innerJoin(chat, eq(chat.id, message.chatId))
    .where(and(inArray(message.id, messageIds), isOwned(userId)));
  const chatById = new Map(chats.map((row) => [row.id, row]));
  const messageById = new Map(messages.map((row) => [row.id, row]));
  const withMessage = new Set(
    found.matches.flatMap(({ kind, chatId }) => (kind === "message" ? chatId : [])),
  );

  const hits = found.matches.flatMap(({ kind, id, chatId }): SearchHit[] => {
    const itsChat = chatById.get(chatId);
    if (!itsChat) return [];
    const title = marked(itsChat.title, terms);
    if (kind === "title") {
      const at = itsChat.updatedAt.toISOString();
      return withMessage.has(chatId) ? [] : [{ kind, chatId, title, at }];
    }
    const row = messageById.get(id);
    if (!row) return [];
    const { author, text, createdAt } = row;
    const at = createdAt.toISOString();
    const words = excerpt(author === "assistant" ? withoutMarkup(text) : text, terms);
    return [{ kind, chatId, title, messageId: id, author, excerpt: words, at }];
  });
  return { hits, nextCursor: found.next === null ? null : String(found.next) };
}
