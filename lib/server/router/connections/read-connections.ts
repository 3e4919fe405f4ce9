import "server-only";
import { type Connections, connectionsSchema } from "@/lib/shared/connection";
import { environment } from "../../environment.ts";
import { namesAccounts } from "../session.ts";
import { listAccounts } from "./accounts.ts";
import { chooseAccountsAmong } from "./chat-accounts.ts";

/**
 * The user's accounts, and as which of them a chat acts.
 *
 * @throws BranchlineError the router's errors
 */
export async function readConnections(userId: string, chatId?: string): Promise<Connections> {
  const accounts = await listAccounts(userId);
  const choices = await chooseAccountsAmong(accounts, { userId, chatId }, environment().toolkits);
  const chosen = [...choices].flatMap(([toolkit, choice]) =>
    choice.kind === "none" ? [] : [[toolkit, choice.account.id] as const],
  );
  // The schema keeps what is not for a browser back.
  return connectionsSchema.parse({
    accounts,
    chosen: Object.fromEntries(chosen),
    choosable: namesAccounts(),
  });
}
