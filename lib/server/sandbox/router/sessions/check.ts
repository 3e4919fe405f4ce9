import { HostedError } from "../errors";
import { authConfigId } from "../identifiers";
import type { StoredAccount } from "../store/schema";
import type { Toolkit } from "../toolkit";
import { forToolkit, lookUpTool } from "./access";
import type { SessionPolicy } from "./policy";

function refuse(message: string): never {
  throw new HostedError("badRequest", message);
}

function checkToolNames(policy: SessionPolicy, toolkit: Toolkit) {
  const own = forToolkit(policy.tools, toolkit.slug);
  if (own === undefined || "tags" in own) return;
  const unknown = ("enable" in own ? own.enable : own.disable).filter(
    (slug) => lookUpTool(policy, toolkit, slug).kind === "unknown",
  );
  if (unknown.length > 0) {
    refuse(`Invalid tool slugs for toolkit ${toolkit.slug}: ${unknown.join(", ")}`);
  }
}

function checkPreload(policy: SessionPolicy, toolkit: Toolkit) {
  const wanted = policy.preload?.tools ?? [];
  if (wanted.length > 0 && policy.multi_account?.enable) {
    refuse("preload is not supported together with multi_account.");
  }
  if (wanted === "all") {
    const positive = [policy.toolkits, forToolkit(policy.tools, toolkit.slug), policy.tags];
    if (!positive.some((filter) => filter !== undefined && "enable" in filter)) {
      refuse('preload "all" needs an allow-list of toolkits, tools or tags.');
    }
    return;
  }
  const refused = wanted.filter((slug) => lookUpTool(policy, toolkit, slug).kind !== "allowed");
  if (refused.length > 0) {
    refuse(`Preloaded tools are unknown or not allowed in this session: ${refused.join(", ")}`);
  }
}

function checkAuthConfigs(policy: SessionPolicy, toolkit: Toolkit) {
  const wanted = forToolkit(policy.auth_configs, toolkit.slug);
  if (wanted !== undefined && wanted !== authConfigId(toolkit.slug)) {
    refuse(`Auth config ${wanted} not found for toolkit ${toolkit.slug}.`);
  }
}

function checkPinnedAccounts(
  policy: SessionPolicy,
  accounts: readonly StoredAccount[],
  userId: string,
) {
  const pinned = Object.entries(policy.connected_accounts ?? {});
  const foreign = pinned.flatMap(([toolkit, ids]) =>
    ids.filter(
      (id) =>
        !accounts.some(
          (account) =>
            account.id === id &&
            account.userId === userId &&
            account.toolkit === toolkit.toLowerCase(),
        ),
    ),
  );
  if (foreign.length > 0) {
    throw new HostedError(
      "invalidAccounts",
      `These connected accounts do not exist or do not belong to the session's user: ${foreign.join(", ")}`,
    );
  }
  if (!policy.multi_account?.enable && pinned.some(([, ids]) => ids.length > 1)) {
    throw new HostedError(
      "invalidAccounts",
      "A session without multi_account takes one connected account per toolkit.",
    );
  }
}

/** Throws the hosted service's 400 when a policy names what does not exist or contradicts itself. */
export function checkPolicy(
  policy: SessionPolicy,
  context: { toolkit: Toolkit; accounts: readonly StoredAccount[]; userId: string },
): void {
  checkToolNames(policy, context.toolkit);
  checkPreload(policy, context.toolkit);
  checkAuthConfigs(policy, context.toolkit);
  checkPinnedAccounts(policy, context.accounts, context.userId);
}
