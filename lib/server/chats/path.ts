import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { chat, message } from "../database/schema.ts";

/** The rows of a path: to be joined with what is wanted of its messages. */
type Path = { table: SQL; id: SQL<string>; depth: SQL<number> };

/**
 * The way from a message up to the beginning of its chat: the message itself has depth 1, the one that it comes after 2.
 *
 * @param from the message's id, as SQL
 * @param limit messages at most
 */
export function pathUp(from: SQL, limit?: number): Path {
  const goesOn = limit === undefined ? sql`true` : sql`path.depth < ${limit}::int`;
  const table = sql`(
    with recursive path(id, parent_id, depth) as (
      select id, parent_id, 1 from ${message} where id = (${from})
      union all
      select above.id, above.parent_id, path.depth + 1
      from path join ${message} above on above.id = path.parent_id
      where ${goesOn}
    )
    select id, depth from path) as path`;
  return { table, id: sql<string>`path.id`, depth: sql<number>`path.depth` };
}

/**
 * How far a message is from the end of the version of its chat that is shown: 1 for the last one. No row where it is not in that
 * version, or further away.
 *
 * @param limit messages that are looked at; no limit walks back as far as the message is old
 */
export function depthOf(chatId: string, messageId: string, limit?: number): SQL {
  const nearEnough = limit === undefined ? sql`true` : sql`path.depth < ${limit}::int`;
  // What a message comes after was written before it, so the walk ends where everything is older.
  return sql`
    with recursive sought(id, sequence) as (
      select id, sequence from ${message} where id = ${messageId} and chat_id = ${chatId}
    ), path(id, parent_id, sequence, depth) as (
      select id, parent_id, sequence, 1 from ${message}
      where id = (select ${chat.headId} from ${chat} where id = ${chatId})
      union all
      select above.id, above.parent_id, above.sequence, path.depth + 1
      from path join ${message} above on above.id = path.parent_id
      where path.sequence > (select sequence from sought) and ${nearEnough}
    )
    select path.depth from path join sought on sought.id = path.id`;
}

/** The message that was written last of one and all that came after it, in whatever version. */
export function latestBelow(chatId: string, from: string): SQL {
  return sql`
    with recursive below(id, sequence) as (
      select id, sequence from ${message} where id = ${from} and chat_id = ${chatId}
      union all
      select next.id, next.sequence
      from below join ${message} next on next.chat_id = ${chatId} and next.parent_id = below.id
    )
    select id from below order by sequence desc limit 1`;
}
