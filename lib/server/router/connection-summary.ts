import "server-only";
import { environment } from "../environment.ts";
import { chooseAccounts } from "./connections/chat-accounts.ts";

export type ConnectionSummary =
  | { status: "connected"; account?: string }
  /** Connected once, and signed out since. */
  | { status: "lost"; account?: string }
  | { status: "none" }
  | { status: "unreachable" };

/** As whom a new chat would act in the user's first toolkit, for the start page. Never throws: the page opens without the router. */
export async function connectionSummary(userId: string): Promise<ConnectionSummary> {
  const [toolkit = "bitbucket"] = environment().toolkits;
  try {
    const choice = (await chooseAccounts({ userId }, [toolkit])).get(toolkit);
    if (!choice || choice.kind === "none") return { status: "none" };
    const { account } = choice.account;
    const status = choice.kind === "lost" ? "lost" : "connected";
    return { status, ...(account ? { account } : {}) };
  } catch {
    return { status: "unreachable" };
  }
}
