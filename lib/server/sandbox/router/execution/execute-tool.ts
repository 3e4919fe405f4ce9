import type { SandboxIdentity, ToolOutcome } from "../../contract";
import { type Selection, selectAccount, usableAccounts } from "../accounts/select";
import { newLogId, sha256 } from "../identifiers";
import type { RouterServices } from "../services";
import { lookUpTool } from "../sessions/access";
import type { StoredSession } from "../store/schema";

export type ToolCall = {
  slug: string;
  arguments: Record<string, unknown>;
  /** An account id, word id or alias. */
  account?: string | undefined;
};

/** Why a call never reached the toolkit. */
export type Refusal =
  | { kind: "unknown-tool"; slug: string }
  | { kind: "disabled-tool"; slug: string }
  | { kind: "no-account"; toolkit: string; selection: Exclude<Selection, { kind: "selected" }> };

export type Execution =
  | { kind: "executed"; outcome: ToolOutcome; logId: string }
  | { kind: "refused"; refusal: Refusal };

export function refusalMessage(refusal: Refusal): string {
  switch (refusal.kind) {
    case "unknown-tool":
      return `Tool ${refusal.slug} not found`;
    case "disabled-tool":
      return `Tool ${refusal.slug} is not enabled in this session`;
    case "no-account":
      return accountMessage(refusal.selection, refusal.toolkit);
  }
}

function accountMessage(
  selection: Exclude<Selection, { kind: "selected" }>,
  toolkit: string,
): string {
  switch (selection.kind) {
    case "none":
      return `No active connected account found for toolkit: ${toolkit}`;
    case "unmatched":
      return `No account found matching ${selection.requested} for toolkit: ${toolkit}`;
    case "ambiguous": {
      const choices = selection.choices.map(({ id, alias }) => (alias ? `${id} (${alias})` : id));
      return `Several accounts are connected for toolkit ${toolkit}. Name one in "account": ${choices.join(", ")}`;
    }
  }
}

/** Two users never meet, and neither do one user's two identities. */
function worldOf(userId: string, identity: SandboxIdentity): string {
  return sha256(`${userId}:${identity.username}`).slice(0, 32);
}

async function run(
  { toolkit, directory, reportError }: RouterServices,
  call: { slug: string; arguments: Record<string, unknown> },
  userId: string,
  identity: SandboxIdentity,
): Promise<ToolOutcome> {
  try {
    const world = worldOf(userId, identity);
    return await toolkit.execute({ directory, world, identity, ...call });
  } catch (error) {
    // An HTTP 500 would be sent again by the SDK, and the tool may have changed something before it failed.
    reportError(error);
    return {
      successful: false,
      data: {},
      error: `${call.slug} failed inside the embedded ${toolkit.name}.`,
    };
  }
}

/** Runs one app tool within what its session allows, as the account the session selects. */
export async function executeTool(
  services: RouterServices,
  session: StoredSession,
  call: ToolCall,
): Promise<Execution> {
  const { toolkit, store, now } = services;
  const lookup = lookUpTool(session.policy, toolkit, call.slug);
  if (lookup.kind !== "allowed") {
    return { kind: "refused", refusal: { kind: `${lookup.kind}-tool`, slug: call.slug } };
  }
  const { accounts } = await store.read();
  const usable = usableAccounts(accounts, session, toolkit, now());
  const selection = selectAccount(usable, session, call.account);
  if (selection.kind !== "selected") {
    return { kind: "refused", refusal: { kind: "no-account", toolkit: toolkit.slug, selection } };
  }
  const outcome = await run(
    services,
    { slug: lookup.tool.slug, arguments: call.arguments },
    session.userId,
    selection.identity,
  );
  return { kind: "executed", outcome, logId: newLogId() };
}
