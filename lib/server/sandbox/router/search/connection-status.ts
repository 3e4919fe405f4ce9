import { usableAccounts } from "../accounts/select";
import { identityView } from "../accounts/view";
import { authConfigId } from "../identifiers";
import type { RouterServices } from "../services";
import type { StoredSession } from "../store/schema";

/** Whether the session's user is connected, in the words a model acts on. Absent details are left out, never null. */
export async function connectionStatus(
  { toolkit, store, now }: RouterServices,
  session: StoredSession,
) {
  const { accounts } = await store.read();
  const usable = usableAccounts(accounts, session, toolkit, now());
  const [current] = usable;
  const { slug } = toolkit;
  if (!current) {
    return {
      toolkit: slug,
      description: toolkit.description,
      has_active_connection: false,
      status_message: `No Active connection for toolkit=${slug}. You MUST call COMPOSIO_MANAGE_CONNECTIONS (toolkit="${slug}") to create a connection BEFORE executing any ${slug} tools.`,
    };
  }
  return {
    toolkit: slug,
    description: toolkit.description,
    has_active_connection: true,
    status_message: "Connection is active and ready to use",
    connection_details: {
      connected_account_id: current.account.id,
      auth_config_id: authConfigId(slug),
      status: "ACTIVE",
    },
    current_user_info: identityView(current.identity),
    ...(session.policy.multi_account?.enable
      ? {
          accounts: usable.map(({ account, identity }) => ({
            id: account.id,
            ...(account.alias ? { alias: account.alias } : {}),
            status: "ACTIVE",
            is_default: account === current.account,
            created_at: new Date(account.createdAt).toISOString(),
            user_info: identityView(identity),
          })),
        }
      : {}),
  };
}
