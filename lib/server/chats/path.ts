import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { message } from "../database/schema.ts";

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
