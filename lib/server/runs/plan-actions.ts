import "server-only";
import { randomUUID } from "node:crypto";
import type { ToolClass } from "@/lib/shared/action";
import { database } from "../database/connection.ts";
import { BranchlineError } from "../errors.ts";
import { refuseRepeated } from "../limits/repeated-call.ts";
import type { ActionRow } from "../policy/actions.ts";
import { classifyTool } from "../policy/classify.ts";
import { mayBeEdited } from "../policy/edits.ts";
import { fingerprint, fingerprintsOf, mayTakePlace, whereAsked } from "../policy/fingerprint.ts";
import { lookUpTarget } from "../policy/look-up-target.ts";
import { changesInOtherVersions } from "../policy/other-versions.ts";
import { placesReadInChat } from "../policy/places.ts";
import type { Verdict } from "../policy/rule.ts";
import { toolChanged } from "../router/call-error.ts";
import type { PinnedRouter } from "../router/pool.ts";
import type { PlannedAction, PlannedCall } from "../router/unwrap.ts";
import type { RunRow } from "./claim.ts";
import { type Candidate, recordDecided } from "./record-decided.ts";
import { accountsFor } from "./runs-as.ts";
import type { OpenCall } from "./transcript.ts";

/** A call of the model's and what it means, taken apart. */
export type Planned = OpenCall & { plan: PlannedCall };

type Situation = { run: RunRow; client: PinnedRouter; signal: AbortSignal };

/** Withholds a tool that is no longer what somebody accepted. */
function blockChanged({ changed }: PinnedRouter, tools: readonly string[]): Verdict | null {
  const withheld = tools.find((tool) => changed.has(tool));
  if (!withheld) return null;
  const { code, message } = toolChanged(withheld);
  return { kind: "block", error: new BranchlineError(code, message).view() };
}

/** @param before how many calls like this one the answer has had so far */
function blockRepeated(before: number): Verdict | null {
  const error = refuseRepeated(before);
  return error && { kind: "block", error };
}

function actionsOf(plan: PlannedCall): PlannedAction[] {
  switch (plan.kind) {
    case "batch":
      return plan.actions;
    case "single":
      return [plan.action];
    case "refused":
      return [];
  }
}

/** What a question about a change says of it and lets its person do. */
async function offerFor(
  chatId: string,
  action: PlannedAction,
  toolClass: ToolClass,
): Promise<Candidate["offer"]> {
  const [editable, read] = await Promise.all([
    mayBeEdited(chatId, action.tool, toolClass),
    lookUpTarget(chatId, action),
  ]);
  return { ...(editable ? { editable } : {}), ...read };
}

/** What came before in the chat that a change is judged by; nothing of it is asked for reads alone. */
async function beforeInChat(run: RunRow) {
  const [placesRead, others] = await Promise.all([
    placesReadInChat(run.chatId),
    changesInOtherVersions({ chatId: run.chatId, runId: run.id }),
  ]);
  return { placesRead, elsewhere: new Set(others.flatMap(fingerprintsOf)) };
}

const unneeded = { placesRead: new Set<string>(), elsewhere: new Set<string>() };

/**
 * Writes a row for every action of every call that has none, with policy's verdict on it.
 *
 * @param known the rows of this run so far
 */
export async function recordPlanned(
  settlement: Situation,
  planned: readonly Planned[],
  known: readonly ActionRow[],
): Promise<void> {
  const { run, client } = settlement;
  const hints = new Map(client.tools.map((tool) => [tool.name, tool.annotations]));
  const asked = new Set(known.filter(mayTakePlace).flatMap(fingerprintsOf));
  const alike = new Map<string, number>();
  for (const call of known.flatMap(fingerprintsOf)) alike.set(call, (alike.get(call) ?? 0) + 1);
  const isNew = ({ toolCallId, plan }: Planned) =>
    plan.kind !== "refused" && known.every((row) => row.toolCallId !== toolCallId);
  if (!planned.some(isNew)) return;
  const classOf = ({ tool }: PlannedAction) => classifyTool(tool, hints.get(tool));
  const wanted = planned.filter(isNew).flatMap(({ plan }) => actionsOf(plan));
  const accounts = await accountsFor(
    settlement,
    wanted.map((action) => ({ toolkit: action.toolkit, toolClass: classOf(action) })),
  );
  const { placesRead, elsewhere } = wanted.some((action) => classOf(action) !== "read")
    ? await beforeInChat(run)
    : unneeded;
  const candidates: Candidate[] = [];
  for (const { toolCallId, toolName, plan } of planned.filter(isNew)) {
    const approvalId = randomUUID();
    for (const [index, called] of actionsOf(plan).entries()) {
      const account = accounts.get(called.toolkit);
      const action = { ...called, account: account?.id };
      const toolClass = classOf(action);
      const call = fingerprint(action);
      const before = alike.get(call) ?? 0;
      alike.set(call, before + 1);
      const askedBefore = whereAsked(call, { here: asked, elsewhere });
      asked.add(call);
      candidates.push({
        toolCallId,
        index,
        planned: action,
        toolClass,
        approvalId,
        accountName: account?.name,
        circumstances: { placesRead, askedBefore },
        offer: toolClass === "read" ? {} : await offerFor(run.chatId, action, toolClass),
        blocked: blockChanged(client, [toolName, action.tool]) ?? blockRepeated(before),
      });
    }
  }
  await (await database()).transaction((transaction) =>
    recordDecided(transaction, run, candidates),
  );
}
