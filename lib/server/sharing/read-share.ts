import "server-only";
import { eq } from "drizzle-orm";
import type { ChatMessage } from "@/lib/shared/message";
import { database } from "../database/connection.ts";
import { share } from "../database/schema.ts";

const tokenPattern = /^[\w-]{22}$/;

/** The public copy behind a token, or null. Whoever has the token may read it. */
export async function readShare(
  token: string,
): Promise<{ title: string; createdAt: string; messages: ChatMessage[] } | null> {
  if (!tokenPattern.test(token)) return null;
  const [row] = await (await database()).select().from(share).where(eq(share.token, token));
  return row
    ? { title: row.title, createdAt: row.createdAt.toISOString(), messages: row.document }
    : null;
}
