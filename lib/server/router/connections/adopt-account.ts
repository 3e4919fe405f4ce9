import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { database } from "../../database/connection.ts";
import { connectionAttempt, run } from "../../database/schema.ts";
import { isAlive } from "../../runs/alive.ts";
import { deleteAtRouter, listAccounts } from "./accounts.ts";
import { readBegunAttempt } from "./attempts.ts";
import { chooseAccounts } from "./chat-accounts.ts";
import type { LinkRow } from "./links.ts";
import { settleWithAccount } from "./settle-with-account.ts";
import { keepAccounts, replaceAccount } from "./stored-choices.ts";

/** The chat acts as the account that is being connected for it. To be called before the chat's run hears of it. */
export async function keepForChat({
  userId,
  toolkit,
  accountId,
  attemptId,
}: LinkRow): Promise<void> {
  const attempt = attemptId ? await readBegunAttempt(userId, attemptId) : null;
  if (!attempt?.runId) return;
  const storage = await database();
  const [own] = await storage
    .select({ chatId: run.chatId })
    .from(run)
    .where(and(eq(run.id, attempt.runId), eq(run.userId, userId)));
  if (own) await keepAccounts(storage, { userId, chatId: own.chatId }, { [toolkit]: accountId });
}

/**
 * An account that counts takes the place of those with the same name, which are deleted at the router: connecting again does
 * not leave two of a kind behind.
 */
export async function replaceNamesakes({ userId, toolkit, accountId }: LinkRow): Promise<void> {
  const accounts = (await listAccounts(userId)).filter((account) => account.toolkit === toolkit);
  const name = accounts.find(({ id }) => id === accountId)?.account;
  if (!name) return;
  for (const { id, account } of accounts) {
    if (id === accountId || account !== name) continue;
    await replaceAccount(userId, { id: accountId, toolkit }, id);
    // One that cannot be deleted now stays listed, where a person can remove it.
    await deleteAtRouter(id).catch(() => {});
  }
}

/** Other chats of the same person that wait for an account of this toolkit go on, where there is one for them now. */
export async function resumeOthers({ userId, toolkit }: LinkRow): Promise<void> {
  const storage = await database();
  const waiting = await storage
    .selectDistinct({ chatId: run.chatId })
    .from(connectionAttempt)
    .innerJoin(run, eq(run.id, connectionAttempt.runId))
    .where(
      and(
        eq(connectionAttempt.userId, userId),
        eq(connectionAttempt.toolkit, toolkit),
        inArray(connectionAttempt.status, ["needed", "failed", "expired"]),
        isAlive,
      ),
    );
  for (const { chatId } of waiting) {
    const choice = (await chooseAccounts({ userId, chatId }, [toolkit])).get(toolkit);
    if (choice?.kind !== "chosen") continue;
    await storage.transaction((transaction) =>
      settleWithAccount(transaction, { userId, chatId, toolkit }, choice.account.account),
    );
  }
}
