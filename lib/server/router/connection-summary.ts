import "server-only";
import { environment } from "../environment.ts";
import { activeAccount } from "./connections/accounts.ts";

export type ConnectionSummary =
  | { status: "connected"; account?: string }
  | { status: "none" }
  | { status: "unreachable" };

/** Whether the user's first toolkit is connected, for the start page. Never throws: the page opens without the router. */
export async function connectionSummary(userId: string): Promise<ConnectionSummary> {
  const [toolkit = "bitbucket"] = environment().toolkits;
  try {
    const account = await activeAccount(userId, toolkit);
    if (!account) return { status: "none" };
    return { status: "connected", ...(account.account ? { account: account.account } : {}) };
  } catch {
    return { status: "unreachable" };
  }
}
