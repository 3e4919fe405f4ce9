import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Database } from "../database/connection.ts";
import { searchEntry } from "../database/schema.ts";
import { vectorOf } from "./lexemes.ts";

/** A text to be found by its words. */
export type Indexed = Pick<typeof searchEntry.$inferInsert, "kind" | "id" | "chatId" | "userId"> & {
  text: string;
};

/** Has texts found by their words from now on, in the place of what they were before. No text may be among them twice. */
export async function indexTexts(storage: Database, texts: readonly Indexed[]): Promise<void> {
  if (texts.length === 0) return;
  const rows = texts.map(({ text, ...entry }) => ({
    ...entry,
    words: sql`${vectorOf(entry.userId, text)}::tsvector`,
  }));
  await storage
    .insert(searchEntry)
    .values(rows)
    .onConflictDoUpdate({
      target: [searchEntry.kind, searchEntry.id],
      set: { words: sql`excluded.words` },
      setWhere: eq(searchEntry.userId, sql`excluded.user_id`),
    });
}

/** {@link indexTexts} for one. */
export const indexText = (storage: Database, text: Indexed): Promise<void> =>
  indexTexts(storage, [text]);
