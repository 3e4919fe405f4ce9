import "server-only";
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { AccountChoice } from "@/lib/shared/connection";
import { type Database, database } from "../../database/connection.ts";
import { action, chat, expiredAccount, user } from "../../database/schema.ts";
import { namesAccounts } from "../session.ts";

export type Place = { userId: string; chatId?: string | undefined };

const merged = (column: typeof chat.accounts | typeof user.accounts, choice: AccountChoice) =>
  sql`${column} || ${JSON.stringify(choice)}::jsonb`;

/** What was chosen, for a chat and for new ones. Of somebody else's chat nothing is. */
export async function readWishes({
  userId,
  chatId,
}: Place): Promise<{ chat: AccountChoice; person: AccountChoice }> {
  const storage = await database();
  const [person] = await storage
    .select({ accounts: user.accounts })
    .from(user)
    .where(eq(user.id, userId));
  const [own] = chatId
    ? await storage
        .select({ accounts: chat.accounts })
        .from(chat)
        .where(and(eq(chat.id, chatId), eq(chat.userId, userId)))
    : [];
  return { person: person?.accounts ?? {}, chat: own?.accounts ?? {} };
}

/**
 * By toolkit, the accounts a chat acts as and has acted as before, with what they were called then. The router is not asked: one of
 * them may have stopped working since.
 */
export async function accountsOnRecord({
  userId,
  chatId,
}: {
  userId: string;
  chatId: string;
}): Promise<Map<string, { id: string; name: string }>> {
  const rows = await (await database())
    .selectDistinctOn([action.toolkit], {
      toolkit: action.toolkit,
      id: action.account,
      name: action.accountName,
    })
    .from(action)
    .innerJoin(chat, eq(chat.id, action.chatId))
    .where(
      and(
        eq(action.chatId, chatId),
        eq(action.userId, userId),
        sql`${chat.accounts} ->> ${action.toolkit} = ${action.account}`,
      ),
    )
    .orderBy(action.toolkit, desc(action.createdAt));
  return new Map(
    rows.flatMap(({ toolkit, id, name }) =>
      id !== null && name !== null ? [[toolkit, { id, name }]] : [],
    ),
  );
}

/** The router's id of the account a chat was last known to act as, when the router does not say. */
export async function storedAccount(place: Place, toolkit: string): Promise<string | undefined> {
  return namesAccounts() ? (await readWishes(place)).chat[toolkit] : undefined;
}

/** A chat acts as these accounts from now on; of the toolkits that are not named, as before. */
export async function keepAccounts(
  storage: Database,
  { userId, chatId }: { userId: string; chatId: string },
  choice: AccountChoice,
): Promise<void> {
  await storage
    .update(chat)
    .set({ accounts: merged(chat.accounts, choice) })
    .where(and(eq(chat.id, chatId), eq(chat.userId, userId)));
}

/** {@link keepAccounts} for one toolkit, unless something else was chosen since `from` was read. */
export async function keepUnlessChanged(
  { userId, chatId }: { userId: string; chatId: string },
  toolkit: string,
  { from, to }: { from: string | undefined; to: string },
): Promise<void> {
  const unchanged = sql`${chat.accounts} ->> ${toolkit} is not distinct from ${from ?? null}`;
  await (await database())
    .update(chat)
    .set({ accounts: merged(chat.accounts, { [toolkit]: to }) })
    .where(and(eq(chat.id, chatId), eq(chat.userId, userId), unchanged));
}

/** New chats of a person's act as these accounts from now on. */
export async function keepDefault(userId: string, choice: AccountChoice): Promise<void> {
  await (await database())
    .update(user)
    .set({ accounts: merged(user.accounts, choice) })
    .where(eq(user.id, userId));
}

/**
 * An account was connected in the place of another of the same name: whatever was chosen or waits to be done as that one is done
 * as it.
 */
export async function replaceAccount(
  userId: string,
  account: { id: string; toolkit: string },
  old: string,
): Promise<void> {
  const { id, toolkit } = account;
  const change = { [toolkit]: id };
  await (await database()).transaction(async (storage) => {
    await storage
      .update(chat)
      .set({ accounts: merged(chat.accounts, change) })
      .where(and(eq(chat.userId, userId), sql`${chat.accounts} ->> ${toolkit} = ${old}`));
    await storage
      .update(user)
      .set({ accounts: merged(user.accounts, change) })
      .where(and(eq(user.id, userId), sql`${user.accounts} ->> ${toolkit} = ${old}`));
    await storage
      .update(action)
      .set({ account: id })
      .where(
        and(
          eq(action.userId, userId),
          eq(action.account, old),
          inArray(action.status, ["queued", "approval", "connection"]),
        ),
      );
  });
}

/** An account is there no longer: whatever it was chosen for chooses anew. */
export async function forgetAccount(
  userId: string,
  { id, toolkit }: { id: string; toolkit: string },
): Promise<void> {
  await (await database()).transaction(async (storage) => {
    await storage
      .update(chat)
      .set({ accounts: sql`${chat.accounts} - ${toolkit}::text` })
      .where(and(eq(chat.userId, userId), sql`${chat.accounts} ->> ${toolkit} = ${id}`));
    await storage
      .update(user)
      .set({ accounts: sql`${user.accounts} - ${toolkit}::text` })
      .where(and(eq(user.id, userId), sql`${user.accounts} ->> ${toolkit} = ${id}`));
    await storage.delete(expiredAccount).where(eq(expiredAccount.accountId, id));
  });
}
