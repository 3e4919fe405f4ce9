import { randomUUID } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/lib/server/database/connection";

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

/** Rows read so far, whether wanted or passed over, of tables that hold much. */
export async function rowsRead(storage: Database): Promise<Record<"message" | "chat", number>> {
  await storage.execute(sql`select pg_stat_force_next_flush()`);
  const { rows } = await storage.execute<{ name: "message" | "chat"; read: number }>(sql`
    select relname as name, (seq_tup_read + coalesce(idx_tup_fetch, 0))::int as read
    from pg_stat_user_tables where relname in ('message', 'chat')`);
  return Object.fromEntries(rows.map(({ name, read }) => [name, read])) as Record<
    "message" | "chat",
    number
  >;
}
