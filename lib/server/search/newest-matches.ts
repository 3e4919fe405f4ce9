import "server-only";
import { and, desc, eq, lt, type SQL, sql } from "drizzle-orm";
import { type Database, database } from "../database/connection.ts";
import { searchEntry } from "../database/schema.ts";

type Match = Pick<typeof searchEntry.$inferSelect, "kind" | "id" | "chatId" | "sequence">;
type Place = { userId: string /** Only entries before this one. */; before?: number | undefined };

/** `next` is where the rest begins; null when there is none. */
type Matches = { matches: Match[]; next: number | null };

/** So many matches are sorted; where there are more, the newest are found by walking. */
const sortedAtMost = 500;

/** Entries that one walk looks at. */
const walkLength = 5_000;

const columns = {
  kind: searchEntry.kind,
  id: searchEntry.id,
  chatId: searchEntry.chatId,
  sequence: searchEntry.sequence,
};

const ofUser = ({ userId, before }: Place) =>
  and(
    eq(searchEntry.userId, userId),
    before === undefined ? undefined : lt(searchEntry.sequence, before),
  );

function page(found: Match[], size: number): Matches {
  const matches = found.slice(0, size);
  return { matches, next: found.length > size ? (matches.at(-1)?.sequence ?? null) : null };
}

/** All matches, in no order, if they are few: by the index on the words, which knows how old none of them is. */
async function fewMatches(storage: Database, query: SQL, place: Place): Promise<Match[] | null> {
  const found = await storage.transaction(async (transaction) => {
    // Whatever the planner makes of the user's other entries: none of them is read.
    await transaction.execute(sql`set local enable_seqscan = off`);
    await transaction.execute(sql`set local enable_indexscan = off`);
    return transaction
      .select(columns)
      .from(searchEntry)
      .where(and(ofUser(place), sql`${searchEntry.words} @@ ${query}`))
      .limit(sortedAtMost + 1);
  });
  return found.length > sortedAtMost ? null : found;
}

/** Matches among the newest entries, the newest first. */
async function walk(storage: Database, query: SQL, place: Place, size: number): Promise<Matches> {
  const newest = storage
    .select({ ...columns, matches: sql<boolean>`${searchEntry.words} @@ ${query}`.as("matches") })
    .from(searchEntry)
    .where(ofUser(place))
    .orderBy(desc(searchEntry.sequence))
    .limit(walkLength)
    .as("newest");
  const { kind, id, chatId, sequence } = newest;
  const found = await storage
    .select({ kind, id, chatId, sequence })
    .from(newest)
    .where(sql`${newest.matches}`)
    .limit(size + 1);
  if (found.length > size) return page(found, size);
  const [last] = await storage
    .select({ sequence: searchEntry.sequence })
    .from(searchEntry)
    .where(ofUser(place))
    .orderBy(desc(searchEntry.sequence))
    .offset(walkLength - 1)
    .limit(1);
  return { matches: found, next: last?.sequence ?? null };
}

/**
 * The user's newest entries with some words, the newest first. Rare words are looked up, common ones are met by walking back
 * from the newest entry: neither way reads more rows than the two limits above, whatever there is. Words that were common long
 * ago can leave a page short, or empty, with others behind it.
 *
 * @param query as {@link queryOf} writes it
 */
export async function newestMatches(place: Place, query: string, size: number): Promise<Matches> {
  const storage = await database();
  const wanted = sql`${query}::tsquery`;
  const few = await fewMatches(storage, wanted, place);
  if (!few) return walk(storage, wanted, place, size);
  return page(
    few.sort((one, other) => other.sequence - one.sequence),
    size,
  );
}
