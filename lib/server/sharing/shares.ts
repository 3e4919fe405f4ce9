import "server-only";
import { randomBytes, randomUUID } from "node:crypto";
import { and, desc, eq, getTableColumns, sql } from "drizzle-orm";
import type { z } from "zod";
import type { createShareSchema, ShareSummary, updateShareSchema } from "@/lib/shared/sharing/api";
import { isInChat } from "../chats/own-chat.ts";
import { database } from "../database/connection.ts";
import { share } from "../database/schema.ts";
import { BranchlineError, notFound } from "../errors.ts";
import { say } from "../say.ts";
import { type Copy, makeCopy } from "./copy/make-copy.ts";
import { endAfter, notExpired } from "./expiry.ts";
import { readOwnChat } from "./own-chat.ts";

/** Bytes of randomness in a share's address. */
const tokenBytes = 16;

const { document: _document, userId: _userId, digest: _digest, ...told } = getTableColumns(share);
const summaryColumns = { ...told, expired: sql<boolean>`not (${notExpired})` };

type SummaryRow = Omit<typeof share.$inferSelect, "document" | "userId" | "digest"> & {
  expired: boolean;
};

function summaryOf({ token, createdAt, copiedAt, expiresAt, ...row }: SummaryRow): ShareSummary {
  return {
    id: row.id,
    chatId: row.chatId,
    title: row.title,
    path: `/share/${token}`,
    audience: row.audience,
    choices: row.choices,
    image: row.image,
    version: row.version,
    views: row.views,
    createdAt: createdAt.toISOString(),
    copiedAt: copiedAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    expired: row.expired,
  };
}

const absent = (id: string) => notFound("share", { kind: "share", id });

/** @throws BranchlineError `invalid_request` when nothing is in it, `share_changed` when it is not what was looked at. */
function checkCopy({ document, digest }: Copy, seen: string | undefined): void {
  if (document.messages.length === 0) {
    throw new BranchlineError("invalid_request", say("nothingToShare"), {
      hint: say("tickSomething"),
    });
  }
  if (seen !== undefined && seen !== digest)
    throw new BranchlineError("share_changed", say("chatHasChanged"));
}

/**
 * Makes a link to a copy of a chat as it is now.
 *
 * @throws BranchlineError `not_found`, `invalid_request` for an empty copy, `share_changed` when it is not the one of the digest.
 */
export async function createShare(
  userId: string,
  chatId: string,
  { choices, revealed, audience, days, image, digest }: z.output<typeof createShareSchema>,
): Promise<ShareSummary> {
  const copy = await makeCopy(await readOwnChat(userId, chatId), { choices, revealed });
  checkCopy(copy, digest);
  const [row] = await (await database())
    .insert(share)
    .values({
      id: randomUUID(),
      token: randomBytes(tokenBytes).toString("base64url"),
      userId,
      chatId,
      title: copy.document.title,
      document: copy.document,
      digest: copy.digest,
      choices,
      audience,
      image,
      expiresAt: endAfter(days),
    })
    .returning(summaryColumns);
  if (!row) throw new Error("The share was not stored.");
  return summaryOf(row);
}

const isOwnShare = (userId: string, shareId: string) =>
  and(eq(share.id, shareId), eq(share.userId, userId), isInChat(share.chatId));

/** The user's links, the newest first; also those that have ended. */
export async function listShares(userId: string, chatId?: string): Promise<ShareSummary[]> {
  const rows = await (await database())
    .select(summaryColumns)
    .from(share)
    .where(
      and(
        eq(share.userId, userId),
        chatId === undefined ? undefined : eq(share.chatId, chatId),
        isInChat(share.chatId),
      ),
    )
    .orderBy(desc(share.createdAt), desc(share.id));
  return rows.map(summaryOf);
}

/**
 * Changes who may read a copy and until when, or takes a new copy in its place.
 *
 * @throws BranchlineError `not_found`, and for a new copy those of {@link createShare}.
 */
export async function updateShare(
  userId: string,
  shareId: string,
  { audience, days, image, copy }: z.output<typeof updateShareSchema>,
): Promise<ShareSummary> {
  const storage = await database();
  const own = isOwnShare(userId, shareId);
  const [known] = await storage.select({ chatId: share.chatId }).from(share).where(own);
  if (!known) throw absent(shareId);
  const made = copy && (await makeCopy(await readOwnChat(userId, known.chatId), copy));
  if (made) checkCopy(made, copy.digest);
  const [row] = await storage
    .update(share)
    .set({
      // A statement needs something to set.
      id: shareId,
      ...(audience === undefined ? {} : { audience }),
      ...(days === undefined ? {} : { expiresAt: endAfter(days) }),
      ...(image === undefined ? {} : { image }),
      ...(made
        ? {
            title: made.document.title,
            document: made.document,
            digest: made.digest,
            choices: copy.choices,
            version: sql`${share.version} + 1`,
            copiedAt: sql`now()`,
          }
        : {}),
    })
    .where(own)
    .returning(summaryColumns);
  if (!row) throw absent(shareId);
  return summaryOf(row);
}

/** Ends a share: its page is gone with the next request. @throws BranchlineError `not_found`. */
export async function revokeShare(userId: string, shareId: string): Promise<void> {
  const revoked = await (await database())
    .delete(share)
    .where(isOwnShare(userId, shareId))
    .returning({ id: share.id });
  if (revoked.length === 0) throw absent(shareId);
}

/** Ends all shares of a user, also those that a deleted chat would bring back. */
export async function revokeAllShares(userId: string): Promise<void> {
  await (await database()).delete(share).where(eq(share.userId, userId));
}
