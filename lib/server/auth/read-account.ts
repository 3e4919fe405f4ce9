import "server-only";
import { and, eq, gt, sql } from "drizzle-orm";
import { isInChat, isOwned } from "../chats/own-chat.ts";
import { database } from "../database/connection.ts";
import { action, chat, share, user, userIdentity, userSession } from "../database/schema.ts";
import { notFound } from "../errors.ts";

/** What there is of a user. */
export type AccountOverview = {
  name: string;
  kind: "guest" | "member";
  email: string | null;
  /** Whether they sign in with one; else a provider says who they are. */
  password: boolean;
  /** ISO 8601. */
  createdAt: string;
  chats: number;
  shares: number;
  actions: number;
  /** Browsers that are signed in, this one included. */
  sessions: number;
};

/** @throws BranchlineError `not_found` when the account was deleted this moment. */
export async function readAccount(userId: string): Promise<AccountOverview> {
  const storage = await database();
  const ownIdentity = storage
    .select({ email: userIdentity.email })
    .from(userIdentity)
    .where(eq(userIdentity.userId, userId))
    .limit(1);
  const [own] = await storage
    .select({
      name: user.name,
      kind: user.kind,
      email: sql<string | null>`coalesce(${user.email}, (${ownIdentity}))`,
      password: sql<boolean>`${user.passwordHash} is not null`,
      createdAt: user.createdAt,
      chats: storage.$count(chat, isOwned(userId)),
      shares: storage.$count(share, and(eq(share.userId, userId), isInChat(share.chatId))),
      actions: storage.$count(action, and(eq(action.userId, userId), isInChat(action.chatId))),
      sessions: storage.$count(
        userSession,
        and(eq(userSession.userId, userId), gt(userSession.expiresAt, sql`now()`)),
      ),
    })
    .from(user)
    .where(eq(user.id, userId));
  if (!own) throw notFound("account");
  return { ...own, createdAt: own.createdAt.toISOString() };
}
