import "server-only";
import type { AccountChoice } from "@/lib/shared/connection";
import { notFound } from "../../errors.ts";
import { namesAccounts } from "../session.ts";
import { type Account, listAccounts } from "./accounts.ts";
import { type Choice, chooseAccount } from "./choose-account.ts";
import { keepDefault, keepUnlessChanged, type Place, readWishes } from "./stored-choices.ts";

/** {@link chooseAccounts} where the user's accounts are known. */
export async function chooseAccountsAmong(
  accounts: readonly Account[],
  place: Place,
  toolkits: Iterable<string>,
): Promise<Map<string, Choice>> {
  const wishes = namesAccounts() ? await readWishes(place) : null;
  return new Map(
    Array.from(toolkits, (toolkit) => [
      toolkit,
      chooseAccount(accounts, toolkit, {
        chat: wishes?.chat[toolkit],
        person: wishes?.person[toolkit],
      }),
    ]),
  );
}

/**
 * As whom a chat acts, by toolkit. Where a call cannot say so, it is whatever account the router takes by itself.
 *
 * @throws BranchlineError the router's errors
 */
export async function chooseAccounts(
  place: Place,
  toolkits: Iterable<string>,
): Promise<Map<string, Choice>> {
  return chooseAccountsAmong(await listAccounts(place.userId), place, toolkits);
}

/**
 * {@link chooseAccounts} for a chat that is about to act: it keeps the account it begins with. What its person chose meanwhile
 * stays.
 *
 * @throws BranchlineError the router's errors
 */
export async function settleAccounts(
  place: { userId: string; chatId: string },
  toolkits: Iterable<string>,
): Promise<Map<string, Choice>> {
  const before = (await readWishes(place)).chat;
  const choices = await chooseAccounts(place, toolkits);
  if (!namesAccounts()) return choices;
  for (const [toolkit, choice] of choices) {
    if (choice.kind !== "chosen" || choice.account.id === before[toolkit]) continue;
    await keepUnlessChanged(place, toolkit, { from: before[toolkit], to: choice.account.id });
  }
  return choices;
}

/**
 * Checks what a browser chose: each has to be an account of this user's and toolkit's that works.
 *
 * @returns what each is called
 * @throws BranchlineError `not_found`, and the router's errors
 */
export async function checkChoice(
  userId: string,
  choice: AccountChoice,
): Promise<Map<string, string | undefined>> {
  const wanted = Object.entries(choice);
  if (wanted.length === 0) return new Map();
  const accounts = await listAccounts(userId);
  return new Map(
    wanted.map(([toolkit, wantedId]) => {
      const found = accounts.find(
        ({ id, toolkit: own, status }) => id === wantedId && own === toolkit && status === "ACTIVE",
      );
      if (!found) throw notFound("connection", { kind: "account", id: wantedId });
      return [toolkit, found.account];
    }),
  );
}

/** New chats act as this account from now on. @throws BranchlineError `not_found`, and the router's errors */
export async function setDefaultAccount(userId: string, accountId: string): Promise<void> {
  const account = (await listAccounts(userId)).find(({ id }) => id === accountId);
  if (account?.status !== "ACTIVE")
    throw notFound("connection", { kind: "account", id: accountId });
  await keepDefault(userId, { [account.toolkit]: account.id });
}
