import { listedMetaTools } from "../meta-tools/catalogue";
import { policyView } from "../sessions/view";
import type { StoredSession } from "../store/schema";

/** A session as create, use, attach and update answer with it. No headers: the SDK adds its own key. */
export function sessionView(session: StoredSession, address: string) {
  return {
    session_id: session.id,
    mcp: { type: "http", url: `${address}/tool_router/${session.id}/mcp` },
    tool_router_tools: listedMetaTools(session.policy).map(({ slug }) => slug),
    config: policyView(session.policy, session.userId),
    config_version: session.version,
    warnings: [],
  };
}
