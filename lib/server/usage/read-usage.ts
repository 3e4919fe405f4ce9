import "server-only";
import { and, desc, eq, gte, sql } from "drizzle-orm";
import type { MessageUsage, TokenCounts } from "@/lib/shared/usage";
import { isOwnChat, isOwned } from "../chats/own-chat.ts";
import { database } from "../database/connection.ts";
import { chat, modelUsage } from "../database/schema.ts";
import { notFound } from "../errors.ts";

/** Days that are told of, today among them. */
export const usageDays = 30;
const listedChats = 50;

/** A sum of rows. The cost is in US dollars, and null when one of them has none. */
export type UsageSum = TokenCounts & { cost: number | null };
/** `day` is a date in UTC, such as 2026-11-23. */
export type DayUsage = UsageSum & { day: string; model: string };
/** `chat` is null for all chats together that were deleted. */
export type ChatUsage = UsageSum & { chat: { id: string; title: string } | null };

export const sums = {
  input: sql<number>`sum(${modelUsage.input})::float8`,
  cachedInput: sql<number>`sum(${modelUsage.cachedInput})::float8`,
  output: sql<number>`sum(${modelUsage.output})::float8`,
  cost: sql<
    number | null
  >`case when count(*) = count(${modelUsage.cost}) then sum(${modelUsage.cost}) end`,
};
const day = sql<string>`to_char(${modelUsage.createdAt} at time zone 'utc', 'YYYY-MM-DD')`;

/** What one answer has used so far; null when no model was asked for it. */
export async function usageOfMessage(messageId: string): Promise<MessageUsage | null> {
  const [found] = await (await database())
    .select({
      ...sums,
      models: sql<string[] | null>`to_jsonb(array_agg(distinct ${modelUsage.model}))`,
    })
    .from(modelUsage)
    .where(eq(modelUsage.messageId, messageId));
  return found?.models ? { ...found, models: found.models } : null;
}

/**
 * What one chat has used in all: every version of it, and its title.
 *
 * @throws BranchlineError `not_found` when the chat is absent or somebody else's.
 */
export async function usageOfChat(userId: string, chatId: string): Promise<UsageSum> {
  const [found] = await (await database())
    .select(sums)
    .from(chat)
    .leftJoin(modelUsage, and(eq(modelUsage.chatId, chat.id), eq(modelUsage.userId, userId)))
    .where(isOwnChat(userId, chatId))
    .groupBy(chat.id);
  if (!found) throw notFound("chat", { kind: "chat", id: chatId });
  const { input, cachedInput, output, cost } = found;
  return { input: input ?? 0, cachedInput: cachedInput ?? 0, output: output ?? 0, cost };
}

/** When the days that are told of began. */
export const firstDay = sql`date_trunc('day', now() at time zone 'utc') at time zone 'utc'
  - make_interval(days => ${usageDays - 1})`;

/** What a user's models, or everybody's, used on each of the last 30 days (UTC), the earliest first. */
export async function usageByDay(of: { userId: string } | "everybody"): Promise<DayUsage[]> {
  const theirs = of === "everybody" ? undefined : eq(modelUsage.userId, of.userId);
  return (await database())
    .select({ day, model: modelUsage.model, ...sums })
    .from(modelUsage)
    .where(and(theirs, gte(modelUsage.createdAt, firstDay)))
    .groupBy(day, modelUsage.model)
    .orderBy(day, modelUsage.model);
}

/** What a user's chats used in all, the most first; 50 of them at most. */
export async function usageByChat(userId: string): Promise<ChatUsage[]> {
  const rows = await (await database())
    .select({ id: chat.id, title: chat.title, ...sums })
    .from(modelUsage)
    .leftJoin(chat, and(eq(chat.id, modelUsage.chatId), isOwned(userId)))
    .where(eq(modelUsage.userId, userId))
    .groupBy(chat.id, chat.title)
    .orderBy(desc(sql`sum(${modelUsage.input} + ${modelUsage.output})`))
    .limit(listedChats);
  return rows.map(({ id, title, ...used }) => ({
    ...used,
    chat: id === null ? null : { id, title: title ?? "" },
  }));
}
