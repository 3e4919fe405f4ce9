import "server-only";
import { randomUUID } from "node:crypto";
import type { ActionState } from "@/lib/shared/action";
import type { ChatMode } from "@/lib/shared/api";
import { type ActionRow, recordActions } from "../policy/actions.ts";
import { canonicalJson } from "../policy/canonical-json.ts";
import { classifyTool } from "../policy/classify.ts";
import { decideAction, repositoryOf, type Verdict } from "../policy/rule.ts";
import { activeAccount } from "../router/connections/accounts.ts";
import type { RouterClient } from "../router/mcp-client.ts";
import type { PlannedAction, PlannedCall } from "../router/unwrap.ts";
import { storable } from "../storable.ts";
import { untilAborted } from "../until-aborted.ts";
import type { RunRow } from "./claim.ts";
import type { OpenCall } from "./transcript.ts";

/** A call of the model's and what it means, taken apart. */
export type Planned = OpenCall & { plan: PlannedCall };

type Situation = { run: RunRow; mode: ChatMode; client: RouterClient; signal: AbortSignal };

function stateFor(verdict: Verdict, approvalId: string): ActionState {
  switch (verdict.kind) {
    case "run":
      return { status: "queued" };
    case "ask":
      return {
        status: "approval",
        approvalId,
        warnings: verdict.warnings,
        ...(verdict.confirmation ? { confirmation: verdict.confirmation } : {}),
      };
    case "block":
      return { status: "blocked", error: verdict.error };
  }
}

/** Whose account changes would be made as, by toolkit; a router that does not say keeps nobody from being asked. */
async function accountNames(
  { run, signal }: Situation,
  toolkits: ReadonlySet<string>,
): Promise<Map<string, string | undefined>> {
  const nameFor = async (toolkit: string) => {
    const account = await untilAborted(activeAccount(run.userId, toolkit), signal).catch(
      () => null,
    );
    return [toolkit, account?.account] as const;
  };
  return new Map(await Promise.all([...toolkits].map(nameFor)));
}

/** The same for two actions that would do the same. */
const fingerprint = ({ tool, account, arguments: input }: PlannedAction | ActionRow) =>
  canonicalJson([tool, account ?? null, storable(input)]);

/** Whether an action has been carried out, or may yet be. */
function mayTakePlace({ status }: ActionRow): boolean {
  return !["failed", "denied", "blocked", "cancelled"].includes(status);
}

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
  const { run, mode, client } = settlement;
  const hints = new Map(client.tools.map((tool) => [tool.name, tool.annotations]));
  const repositoriesRead = new Set(
    known.flatMap((row) =>
      row.toolClass === "read" && row.status === "succeeded" ? (repositoryOf(row) ?? []) : [],
    ),
  );
  const asked = new Set(known.filter(mayTakePlace).map(fingerprint));
  for (const { toolCallId, plan } of planned) {
    if (plan.kind === "refused" || known.some((row) => row.toolCallId === toolCallId)) continue;
    const approvalId = randomUUID();
    const actions = plan.kind === "batch" ? plan.actions : [plan.action];
    const classes = actions.map((action) => classifyTool(action.tool, hints.get(action.tool)));
    const asking = actions.filter((_, index) => classes[index] !== "read");
    const names = await accountNames(settlement, new Set(asking.map(({ toolkit }) => toolkit)));
    await recordActions(
      actions.map((action, index) => {
        const toolClass = classes[index] ?? "change";
        const repeated = asked.has(fingerprint(action));
        asked.add(fingerprint(action));
        const verdict = decideAction(action, toolClass, mode, { repositoriesRead, repeated });
        return {
          userId: run.userId,
          chatId: run.chatId,
          runId: run.id,
          toolCallId,
          index,
          planned: action,
          toolClass,
          state: stateFor(verdict, approvalId),
          accountName:
            toolClass === "read" ? undefined : (action.account ?? names.get(action.toolkit)),
        };
      }),
    );
  }
}
