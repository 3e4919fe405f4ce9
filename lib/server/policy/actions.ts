import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { ActionState, ActionView, ToolClass } from "@/lib/shared/action";
import { database } from "../database/connection.ts";
import { action } from "../database/schema.ts";
import type { PlannedAction } from "../router/unwrap.ts";
import { canonicalJson } from "./canonical-json.ts";

export type ActionRow = typeof action.$inferSelect;

type NewAction = {
  userId: string;
  chatId: string;
  runId: string;
  toolCallId: string;
  index: number;
  planned: PlannedAction;
  toolClass: ToolClass;
  state: ActionState;
};

/**
 * Writes the rows of one tool call's actions, before anything of it is sent. Rows that exist already stay as they are, so a
 * run that was taken over finds what its first owner had recorded.
 */
export async function recordActions(actions: readonly NewAction[]): Promise<void> {
  if (actions.length === 0) return;
  const rows = actions.map(({ planned, state, ...rest }) => ({
    ...rest,
    id: randomUUID(),
    tool: planned.tool,
    toolkit: planned.toolkit,
    account: planned.account ?? null,
    arguments: planned.arguments,
    argumentsHash: createHash("sha256").update(canonicalJson(planned.arguments)).digest("hex"),
    status: state.status,
    state,
    approvalId: state.status === "approval" ? state.approvalId : null,
  }));
  await (await database()).insert(action).values(rows).onConflictDoNothing();
}

/** All actions of a run, in the order in which they were asked for. */
export async function actionsOfRun(runId: string): Promise<ActionRow[]> {
  return (await database())
    .select()
    .from(action)
    .where(eq(action.runId, runId))
    .orderBy(asc(action.createdAt), asc(action.toolCallId), asc(action.index));
}

/** Takes a queued action for execution. Exactly one caller gets it; everybody else gets null. */
export async function startAction(id: string): Promise<ActionRow | null> {
  const [row] = await (await database())
    .update(action)
    .set({ status: "running", state: { status: "running" }, startedAt: new Date() })
    .where(and(eq(action.id, id), eq(action.status, "queued")))
    .returning();
  return row ?? null;
}

/** Writes where an action stands now, with what it brought. */
export async function settleAction(
  id: string,
  state: ActionState,
  outcome: {
    result?: unknown;
    externalLink?: string | undefined;
    account?: string | undefined;
  } = {},
): Promise<ActionRow> {
  const final = state.status !== "queued" && state.status !== "connection";
  const [row] = await (await database())
    .update(action)
    .set({
      status: state.status,
      state,
      ...(outcome.result === undefined ? {} : { result: outcome.result }),
      ...(outcome.externalLink ? { externalLink: outcome.externalLink } : {}),
      ...(outcome.account ? { account: outcome.account } : {}),
      ...(final ? { finishedAt: new Date() } : {}),
    })
    .where(eq(action.id, id))
    .returning();
  if (!row) throw new Error(`Action ${id} is gone.`);
  return row;
}

/** Ends every action of a run that has not ended, each by `stateFor` what it was doing. */
export async function endOpenActions(
  runId: string,
  stateFor: (row: ActionRow) => ActionState,
): Promise<ActionRow[]> {
  const open = await (await database())
    .select()
    .from(action)
    .where(
      and(
        eq(action.runId, runId),
        inArray(action.status, ["queued", "running", "approval", "connection"]),
      ),
    );
  return Promise.all(open.map((row) => settleAction(row.id, stateFor(row))));
}

/** The row as the screen shows it. */
export function viewOf(row: ActionRow): ActionView {
  return {
    id: row.id,
    toolCallId: row.toolCallId,
    index: row.index,
    tool: row.tool,
    toolkit: row.toolkit,
    toolClass: row.toolClass,
    arguments: row.arguments,
    ...(row.account ? { account: row.account } : {}),
    state: row.state,
    ...(row.startedAt ? { startedAt: row.startedAt.toISOString() } : {}),
    ...(row.finishedAt ? { finishedAt: row.finishedAt.toISOString() } : {}),
  };
}
