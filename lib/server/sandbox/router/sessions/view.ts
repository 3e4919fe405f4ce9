import type { SessionPolicy, TagFilter } from "./policy";

type Filter = { enable: string[] } | { disable: string[] };

/** Requests say enable and disable, answers say enabled and disabled. */
function filterView(filter: Filter) {
  return "enable" in filter ? { enabled: filter.enable } : { disabled: filter.disable };
}

function tagsView(tags: TagFilter) {
  return {
    ...(tags.enable ? { enabled: tags.enable } : {}),
    ...(tags.disable ? { disabled: tags.disable } : {}),
  };
}

function toolsView(tools: NonNullable<SessionPolicy["tools"]>) {
  return Object.fromEntries(
    Object.entries(tools).map(([toolkit, own]) => [
      toolkit,
      "tags" in own ? { tags: tagsView(own.tags) } : filterView(own),
    ]),
  );
}

/** A session's configuration as answers show it: every default filled in. */
export function policyView(policy: SessionPolicy, userId: string) {
  const { manage_connections: manage, multi_account: multi } = policy;
  return {
    user_id: userId,
    ...(policy.toolkits ? { toolkits: filterView(policy.toolkits) } : {}),
    ...(policy.tools ? { tools: toolsView(policy.tools) } : {}),
    ...(policy.tags ? { tags: tagsView(policy.tags) } : {}),
    auth_configs: policy.auth_configs ?? {},
    connected_accounts: policy.connected_accounts ?? {},
    manage_connections: {
      enabled: manage?.enable ?? true,
      ...(manage?.callback_url ? { callback_url: manage.callback_url } : {}),
      enable_wait_for_connections: manage?.enable_wait_for_connections ?? false,
      // The manager of this router only adds connections.
      enable_connection_removal: false,
    },
    // There is no place to run code in here, whatever was asked for.
    workbench: {
      enable: false,
      proxy_execution_enabled: false,
      auto_offload_threshold: policy.workbench?.auto_offload_threshold ?? 20_000,
      sandbox_size: policy.workbench?.sandbox_size ?? "standard",
    },
    multi_account: {
      enable: multi?.enable ?? false,
      max_accounts_per_toolkit: multi?.max_accounts_per_toolkit ?? 5,
      require_explicit_selection: multi?.require_explicit_selection ?? false,
    },
    preload: { tools: policy.preload?.tools ?? [] },
    search: policy.search ?? {},
    execute: policy.execute ?? {},
    premium_usage: policy.premium_usage ?? false,
  };
}
