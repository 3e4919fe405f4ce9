import "server-only";
import type { UpdateChat } from "@/lib/shared/api";
import { checkModel } from "../agent/models.ts";
import { database } from "../database/connection.ts";
import { chat } from "../database/schema.ts";
import { notFound } from "../errors.ts";
import { expectOwnProject } from "../projects/own-project.ts";
import { checkChoice } from "../router/connections/chat-accounts.ts";
import { settleWithAccount } from "../router/connections/settle-with-account.ts";
import { keepAccounts } from "../router/connections/stored-choices.ts";
import { indexText } from "../search/index-text.ts";
import { isOwnChat } from "./own-chat.ts";
import { expectRoomToPin } from "./shelf.ts";
import { checkSwitches, switchToolkits } from "./toolkit-switches.ts";

/**
 * Renames a chat, keeps it on another shelf or in a project, switches its mode, its model or its toolkits, or has it act as other accounts. An
 * answer that waits for an account of such a toolkit goes on with the one that was chosen.
 *
 * @throws BranchlineError `invalid_request` for an unknown toolkit or a model that is not offered, `not_found` for a chat or an account that is absent or somebody else's, and the router's errors
 */
export async function updateChat(
  userId: string,
  chatId: string,
  { accounts = {}, toolkits = {}, project, ...change }: UpdateChat,
): Promise<void> {
  const own = isOwnChat(userId, chatId);
  const storage = await database();
  const [found] = await storage.select({ id: chat.id }).from(chat).where(own);
  if (!found) throw notFound("chat", { kind: "chat", id: chatId });
  checkSwitches(toolkits);
  const names = await checkChoice(userId, accounts);
  const renamed = change.title === undefined ? {} : { titleOrigin: "person" as const };
  await checkModel(change.model);
  if (change.shelf === "pinned") await expectRoomToPin(storage, userId);
  if (project !== undefined || Object.values(change).some((value) => value !== undefined))
    await storage.transaction(async (transaction) => {
      if (typeof project === "string") await expectOwnProject(transaction, userId, project);
      await transaction
        .update(chat)
        .set({ ...change, ...renamed, ...(project === undefined ? {} : { projectId: project }) })
        .where(own);
      const { title: text } = change;
      if (text !== undefined)
        await indexText(transaction, { kind: "title", id: chatId, chatId, userId, text });
    });
  if (Object.keys(toolkits).length > 0) await switchToolkits(storage, { userId, chatId }, toolkits);
  if (names.size === 0) return;
  await storage.transaction(async (transaction) => {
    await keepAccounts(transaction, { userId, chatId }, accounts);
    for (const [toolkit, name] of names)
      await settleWithAccount(transaction, { userId, chatId, toolkit }, name);
  });
}
