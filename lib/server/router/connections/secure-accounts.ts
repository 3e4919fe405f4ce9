import "server-only";
import { accountsAtRouter } from "./accounts.ts";
import { rejectAccount } from "./check-links.ts";
import { unverifiedLinks } from "./links.ts";
import { pinAccounts } from "./pin-accounts.ts";

/**
 * To be called before anything is sent to a toolkit: sees to it that the router can carry it out only as an account that
 * counts. By itself the router uses whichever account became active last, and while a link is open that may be a stranger's.
 *
 * @param toolkit null for the router's own tools, which act on no account but tell about all of them
 * @returns `not-connected` when there is no account that counts: nothing may be sent.
 * @throws BranchlineError the router's errors; nothing may be sent then, either.
 */
export async function secureAccounts(
  userId: string,
  toolkit: string | null,
): Promise<"ready" | "not-connected"> {
  const links = await unverifiedLinks(userId);
  if (!links.some((link) => toolkit === null || link.toolkit === toolkit)) return "ready";
  const active = (await accountsAtRouter(userId)).filter(({ status }) => status === "ACTIVE");
  const byAccount = new Map(links.map((link) => [link.accountId, link]));
  for (const { id } of active) {
    const link = byAccount.get(id);
    if (link) await rejectAccount(link);
  }
  const counting = active.filter(({ id }) => !byAccount.has(id));
  if (toolkit !== null && !counting.some((account) => account.toolkit === toolkit))
    return "not-connected";
  if (counting.length > 0) await pinAccounts(userId, counting);
  return "ready";
}
