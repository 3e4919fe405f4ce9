import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { database } from "../database/connection.ts";
import { chat, message, searchEntry } from "../database/schema.ts";
import { log } from "../log.ts";
import { vectorOf } from "./lexemes.ts";
import { textsOf } from "./message-texts.ts";

/** Texts that are read and stored in one go. */
const batchSize = 200;

/** Indexes some texts that are not. @returns how many there were */
async function indexBatch(): Promise<number> {
  const storage = await database();
  const pending = await storage
    .select({
      kind: searchEntry.kind,
      id: searchEntry.id,
      userId: searchEntry.userId,
      text: sql<string>`coalesce(${chat.title}, ${textsOf(message.parts)})`,
    })
    .from(searchEntry)
    .leftJoin(chat, and(eq(searchEntry.kind, "title"), eq(chat.id, searchEntry.id)))
    .leftJoin(message, and(eq(searchEntry.kind, "message"), eq(message.id, searchEntry.id)))
    .where(isNull(searchEntry.words))
    .limit(batchSize);
  const rows = pending.map(({ kind, id, userId, text }) => ({
    kind,
    id,
    words: vectorOf(userId, text),
  }));
  // What was written since is newer than what was read here.
  await storage.execute(sql`
    update ${searchEntry} set words = read.words::tsvector
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as read(kind text, id uuid, words text)
    where ${searchEntry.kind} = read.kind and ${searchEntry.id} = read.id
      and ${searchEntry.words} is null`);
  return rows.length;
}

/** Indexes what an earlier version of the app has stored, until nothing is left. What fails is tried again at the next start. */
export async function indexBacklog(): Promise<void> {
  try {
    let indexed = 0;
    for (let count = await indexBatch(); count > 0; count = await indexBatch()) indexed += count;
    if (indexed > 0) log.info("search.indexed", { texts: indexed });
  } catch (error) {
    log.error("search.index_failed", error);
  }
}
