import "server-only";
import type { ToolClass } from "@/lib/shared/action";
import { environment } from "../environment.ts";
import { settleAccounts } from "../router/connections/chat-accounts.ts";
import { accountsOnRecord, storedAccount } from "../router/connections/stored-choices.ts";
import { namesAccounts } from "../router/session.ts";
import { untilAborted } from "../until-aborted.ts";
import type { RunRow } from "./claim.ts";

/** As whom an action runs: what its call says, and what a person is shown. */
export type RunsAs = { id: string | undefined; name: string | undefined };

type Wanted = { toolkit: string; toolClass: ToolClass };

/**
 * As whom actions run, by toolkit. The person's choice is the chat's, and a chat keeps the account it began with; what a model
 * names counts for nothing.
 *
 * For a change the router is asked how the account stands and what it is called; a router that does not say keeps nobody from
 * being asked. For reads it is not asked again once the chat has acted as its account: one that is gone, the call is refused for.
 */
export async function accountsFor(
  { run: { userId, chatId }, signal }: { run: RunRow; signal: AbortSignal },
  actions: readonly Wanted[],
): Promise<Map<string, RunsAs>> {
  const place = { userId, chatId };
  const known = actions.filter(({ toolkit }) => environment().toolkits.includes(toolkit));
  const toolkits = new Set(known.map(({ toolkit }) => toolkit));
  const changed = new Set(
    known.flatMap(({ toolkit, toolClass }) => (toolClass === "read" ? [] : toolkit)),
  );
  const found = new Map<string, RunsAs>();
  const reading = [...toolkits].filter((toolkit) => !changed.has(toolkit));
  const recorded = reading.length > 0 ? await accountsOnRecord(place) : found;
  for (const toolkit of reading) {
    const account = recorded.get(toolkit);
    if (account) found.set(toolkit, account);
  }
  // Where a call cannot say as whom, nothing would come of asking for a read.
  const asked = [...toolkits].filter(
    (toolkit) => !found.has(toolkit) && (namesAccounts() || changed.has(toolkit)),
  );
  if (asked.length === 0) return found;
  const choices = await untilAborted(settleAccounts(place, asked), signal).catch(() => null);
  for (const toolkit of asked) {
    const choice = choices?.get(toolkit);
    if (!choice) {
      found.set(toolkit, { id: await storedAccount(place, toolkit), name: undefined });
    } else if (choice.kind !== "none") {
      const { id, account } = choice.account;
      found.set(toolkit, { id: namesAccounts() ? id : undefined, name: account });
    }
  }
  return found;
}
