import type { SessionPolicy } from "./policy";
import type { SessionPatch } from "./request";

/** A part that was not sent stays, null removes it, and a sent one replaces it. */
function replaced<Value>(stored: Value | undefined, sent: Value | null | undefined) {
  return sent === undefined ? stored : (sent ?? undefined);
}

/** Like {@link replaced}, but a sent part changes only the settings it names. */
function merged<Value extends object>(stored: Value | undefined, sent: Value | null | undefined) {
  return sent ? { ...stored, ...sent } : replaced(stored, sent);
}

export function patchedPolicy(stored: SessionPolicy, patch: SessionPatch): SessionPolicy {
  return {
    toolkits: replaced(stored.toolkits, patch.toolkits),
    tools: replaced(stored.tools, patch.tools),
    tags: replaced(stored.tags, patch.tags),
    auth_configs: replaced(stored.auth_configs, patch.auth_configs),
    connected_accounts: replaced(stored.connected_accounts, patch.connected_accounts),
    preload: replaced(stored.preload, patch.preload),
    premium_usage: replaced(stored.premium_usage, patch.premium_usage),
    manage_connections: merged(stored.manage_connections, patch.manage_connections),
    workbench: merged(stored.workbench, patch.workbench),
    multi_account: merged(stored.multi_account, patch.multi_account),
    search: merged(stored.search, patch.search),
    execute: merged(stored.execute, patch.execute),
  };
}
