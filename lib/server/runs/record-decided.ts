import "server-only";
import type { ActionState, ToolClass } from "@/lib/shared/action";
import type { ChatMode } from "@/lib/shared/api";
import type { Database } from "../database/connection.ts";
import { recordActions } from "../policy/actions.ts";
import { type Permission, permissionsFor } from "../policy/permissions.ts";
import { holdMode } from "../policy/revocation.ts";
import { type Circumstances, decideAction, type Verdict } from "../policy/rule.ts";
import { readSwitchedOff, type SwitchedOff, switchedOffError } from "../policy/switched-off.ts";
import type { PlannedAction } from "../router/unwrap.ts";
import type { RunRow } from "./claim.ts";
import { RunLostError } from "./interruption.ts";

/** An action with all that the verdict on it depends on, but for what its person may change at any moment. */
export type Candidate = {
  toolCallId: string;
  index: number;
  planned: PlannedAction;
  toolClass: ToolClass;
  accountName: string | undefined;
  /** Shared by the actions of one call. */
  approvalId: string;
  circumstances: Circumstances;
  /** What a question about it says of it, and lets its person do. */
  offer: Pick<Extract<ActionState, { status: "approval" }>, "editable" | "before" | "subject">;
  /** A verdict that stands whatever its person says. */
  blocked: Verdict | null;
};

function stateFor(verdict: Verdict, { approvalId, offer }: Candidate): ActionState {
  switch (verdict.kind) {
    case "run":
      return { status: "queued" };
    case "ask":
      return {
        status: "approval",
        approvalId,
        warnings: verdict.warnings,
        ...(verdict.warnings.length > 0 ? { said: verdict.said } : {}),
        ...(verdict.allowable ? { allowable: true } : {}),
        ...(verdict.confirmation ? { confirmation: verdict.confirmation } : {}),
        ...offer,
      };
    case "block":
      return { status: "blocked", error: verdict.error };
  }
}

/**
 * The verdict on each of some actions, in their order. What its person has allowed runs – but not past a change before it that
 * has to be asked about: it may build on that one.
 */
function decide(
  candidates: readonly Candidate[],
  mode: ChatMode,
  permissions: ReadonlyMap<string, Permission>,
  off: SwitchedOff,
): { state: ActionState; permission: Permission | undefined }[] {
  let asking = false;
  return candidates.map((candidate) => {
    const { planned, toolClass, circumstances, blocked } = candidate;
    const switchedOff = switchedOffError(planned, off);
    const verdict: Verdict = switchedOff
      ? { kind: "block", error: switchedOff }
      : (blocked ?? decideAction(planned, toolClass, mode, circumstances));
    const may = verdict.kind === "ask" && verdict.allowable && !asking;
    const permission = may ? permissions.get(planned.tool) : undefined;
    if (permission) return { state: stateFor({ kind: "run" }, candidate), permission };
    asking ||= verdict.kind === "ask";
    return { state: stateFor(verdict, candidate), permission };
  });
}

/** Decides and records in one transaction: what its person takes back or switches off counts before or after all of it. */
export async function recordDecided(
  transaction: Database,
  { userId, chatId, id: runId }: RunRow,
  candidates: readonly Candidate[],
): Promise<void> {
  const mode = await holdMode(transaction, chatId);
  if (!mode) throw new RunLostError(`Run ${runId} has no chat any more.`);
  const changes = candidates.filter(({ toolClass }) => toolClass === "change");
  const tools = new Set(changes.map(({ planned }) => planned.tool));
  const permissions = await permissionsFor(transaction, { userId, chatId }, [...tools]);
  const off = await readSwitchedOff(chatId, transaction);
  const decided = decide(candidates, mode, permissions, off);
  await recordActions(
    transaction,
    candidates.flatMap(({ toolCallId, index, planned, toolClass, accountName }, place) => {
      const verdict = decided[place];
      const action = { userId, chatId, runId, toolCallId, index, planned, toolClass, accountName };
      return verdict ? { ...action, ...verdict } : [];
    }),
  );
}
