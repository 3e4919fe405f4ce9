import "server-only";
import { randomBytes, randomUUID } from "node:crypto";
import { and, desc, eq } from "drizzle-orm";
import type { ShareSummary } from "@/lib/shared/api";
import { readAllMessages } from "../chats/messages.ts";
import { database } from "../database/connection.ts";
import { chat, share } from "../database/schema.ts";
import { BranchlineError, notFound } from "../errors.ts";
import { snapshot } from "./snapshot.ts";

/** Bytes of randomness in a share's address. */
const tokenBytes = 16;

function summaryOf(row: typeof share.$inferSelect): ShareSummary {
  const { id, chatId, title, token, createdAt } = row;
  return { id, chatId, title, path: `/share/${token}`, createdAt: createdAt.toISOString() };
}

/** Makes a public copy of a chat as it is now. @throws BranchlineError `not_found`, `invalid_request` for an empty one. */
export async function createShare(userId: string, chatId: string): Promise<ShareSummary> {
  const storage = await database();
  const [shared] = await storage
    .select({ title: chat.title })
    .from(chat)
    .where(and(eq(chat.id, chatId), eq(chat.userId, userId)));
  if (!shared) throw notFound("chat", { kind: "chat", id: chatId });
  const document = snapshot(await readAllMessages(chatId));
  if (document.every((message) => message.parts.length === 0)) {
    throw new BranchlineError("invalid_request", "There is nothing to share in this chat yet.");
  }
  const [row] = await storage
    .insert(share)
    .values({
      id: randomUUID(),
      token: randomBytes(tokenBytes).toString("base64url"),
      userId,
      chatId,
      title: shared.title,
      document,
    })
    .returning();
  if (!row) throw new Error("The share was not stored.");
  return summaryOf(row);
}

/** The user's share links, the newest first. */
export async function listShares(userId: string): Promise<ShareSummary[]> {
  const rows = await (await database())
    .select()
    .from(share)
    .where(eq(share.userId, userId))
    .orderBy(desc(share.createdAt));
  return rows.map(summaryOf);
}

/** Ends a share: its page is gone with the next request. @throws BranchlineError `not_found`. */
export async function revokeShare(userId: string, shareId: string): Promise<void> {
  const revoked = await (await database())
    .delete(share)
    .where(and(eq(share.id, shareId), eq(share.userId, userId)))
    .returning({ id: share.id });
  if (revoked.length === 0) throw notFound("share", { kind: "share", id: shareId });
}
