import "server-only";
import { and, eq, ne, or, sql } from "drizzle-orm";
import { type SharedDocument, sharedDocumentSchema } from "@/lib/shared/sharing/document";
import { isInChat } from "../chats/own-chat.ts";
import { database } from "../database/connection.ts";
import { share } from "../database/schema.ts";
import { log } from "../log.ts";
import { storableText } from "../storable.ts";
import { notExpired } from "./expiry.ts";

/** A copy that somebody may read. */
export type ReadableShare = {
  document: SharedDocument;
  digest: string;
  version: number;
  image: boolean;
};

/** What lets a reader in: the owner always, others as the owner chose. */
function readableBy(readerId: string | null) {
  if (readerId === null) return eq(share.audience, "link");
  return or(eq(share.userId, readerId), ne(share.audience, "me"));
}

/** The live share behind a token that this reader may read, or null: absent, ended and not for them are the same. */
export async function readShare(
  token: string,
  readerId: string | null,
): Promise<ReadableShare | null> {
  const [row] = await (await database())
    .select()
    .from(share)
    .where(
      and(
        eq(share.token, storableText(token)),
        notExpired,
        readableBy(readerId),
        isInChat(share.chatId),
      ),
    );
  const document = sharedDocumentSchema.safeParse(row?.document);
  if (!row || !document.success) return null;
  const { digest, version, image } = row;
  return { document: document.data, digest, version, image };
}

/** Counts that somebody other than its owner has opened a share. A database that cannot write keeps nobody from reading. */
export async function countView(token: string, readerId: string | null): Promise<void> {
  const others = readerId === null ? undefined : ne(share.userId, readerId);
  await (await database())
    .update(share)
    .set({ views: sql`${share.views} + 1` })
    .where(and(eq(share.token, token), others))
    .catch((error: unknown) => log.error("share.view_not_counted", error));
}

/** The title on the picture of a live share that everybody may read and whose owner wants one, or null. */
export async function readImageTitle(digest: string): Promise<string | null> {
  const [row] = await (await database())
    .select({ title: share.title })
    .from(share)
    .where(
      and(
        eq(share.digest, storableText(digest)),
        eq(share.image, true),
        eq(share.audience, "link"),
        notExpired,
        isInChat(share.chatId),
      ),
    )
    .limit(1);
  return row?.title ?? null;
}
