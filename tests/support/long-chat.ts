import { randomUUID } from "node:crypto";
import { inArray, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/lib/server/database/connection";
import { vectorOf } from "../../lib/server/search/lexemes.ts";

/** Stores a chat of that many messages, questions and answers in turn, numbered in their words from 1. */
export async function storeLongChat(
  storage: Database,
  userId: string,
  count: number,
): Promise<string> {
  const chatId = randomUUID();
  // With the two digits that make a UUID one of version 4: others are taken for no id at all.
  const numbered = (number: SQL) =>
    sql`overlay(overlay(md5(${chatId} || ${number}) placing '4' from 13) placing '8' from 17)::uuid`;
  await storage.execute(
    sql`insert into chat (id, user_id, title) values (${chatId}, ${userId}, 'A long chat')`,
  );
  await storage.execute(sql`
    insert into message (id, chat_id, parent_id, role, parts, metadata)
    select ${numbered(sql`n`)}, ${chatId}, case when n = 1 then ${chatId} else ${numbered(sql`n - 1`)} end, case when n % 2 = 1 then 'user' else 'assistant' end,
      jsonb_build_array(jsonb_build_object('type', 'text', 'text', 'Message ' || n || '. ' || repeat('Words. ', 12))),
      case when n % 2 = 1 then '{}'::jsonb else '{"outcome": {"status": "done"}}'::jsonb end
    from generate_series(1, ${count}::int) n`);
  await storage.execute(
    sql`update chat set head_id = ${numbered(sql`${count}::int`)} where id = ${chatId}`,
  );
  return chatId;
}

/** Stores that many chats, numbered in their titles, the first of them the newest. */
export async function storeManyChats(
  storage: Database,
  userId: string,
  count: number,
): Promise<void> {
  await storage.execute(sql`
    insert into chat (id, user_id, title, updated_at)
    select gen_random_uuid(), ${userId}, 'Chat ' || n, now() - n * interval '1 minute'
    from generate_series(1, ${count}::int) n`);
}

const largeTables = ["message", "chat", "search_entry"] as const;

/** Rows read so far, whether wanted or passed over, of tables that hold much. */
export async function rowsRead(
  storage: Database,
): Promise<Record<(typeof largeTables)[number], number>> {
  await storage.execute(sql`select pg_stat_force_next_flush()`);
  const { rows } = await storage.execute<{ name: string; read: number }>(sql`
    select relname as name, (seq_tup_read + coalesce(idx_tup_fetch, 0))::int as read
    from pg_stat_user_tables where ${inArray(sql`relname`, [...largeTables])}`);
  const read = new Map(rows.map((row) => [row.name, row.read]));
  const [message = 0, chat = 0, search_entry = 0] = largeTables.map((name) => read.get(name));
  return { message, chat, search_entry };
}

/** Texts that are stored in one go. */
const batchSize = 2_000;

/**
 * Stores chats with messages that a search finds: numbered from 1, the last the newest. "Message" is in all of them, "ancient" in
 * the first 3,000, "rareN" and "feature/loginN" in every ten-thousandth.
 */
export async function storeSearchableChats(
  storage: Database,
  userId: string,
  { chats, messagesEach }: { chats: number; messagesEach: number },
): Promise<void> {
  const chatIds = Array.from({ length: chats }, () => randomUUID());
  const texts = chatIds.flatMap((chatId) =>
    Array.from({ length: messagesEach }, () => ({ id: randomUUID(), chatId })),
  );
  const rows = texts.map(({ id, chatId }, index) => {
    const number = index + 1;
    const age = number <= 3_000 ? "ancient " : "";
    const kind = index % 10_000;
    const text = `${age}Message number ${number} on branch/main, rare${kind} with feature/login${kind}. ${"Other words. ".repeat(8)}`;
    return { id, chat_id: chatId, text, words: vectorOf(userId, text) };
  });
  await storage.execute(sql`
    insert into chat (id, user_id, title)
    select id::uuid, ${userId}, 'Untitled' from jsonb_array_elements_text(${JSON.stringify(chatIds)}::jsonb) id`);
  for (let begin = 0; begin < rows.length; begin += batchSize) {
    const batch = JSON.stringify(rows.slice(begin, begin + batchSize));
    await storage.execute(sql`
      insert into message (id, chat_id, parent_id, role, parts, metadata)
      select id, chat_id, chat_id, 'user', jsonb_build_array(jsonb_build_object('type', 'text', 'text', text)), '{}'
      from jsonb_to_recordset(${batch}::jsonb) as row(id uuid, chat_id uuid, text text)`);
    await storage.execute(sql`
      insert into search_entry (kind, id, chat_id, user_id, words)
      select 'message', id, chat_id, ${userId}, words::tsvector
      from jsonb_to_recordset(${batch}::jsonb) as row(id uuid, chat_id uuid, words text)`);
  }
}
