import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { and, asc, eq, inArray, notLike } from "drizzle-orm";
import {
  type ActionState,
  type ActionStatus,
  type ActionView,
  isFinal,
  type ToolClass,
} from "@/lib/shared/action";
import { isInChat } from "../chats/own-chat.ts";
import { type Database, database } from "../database/connection.ts";
import { action } from "../database/schema.ts";
import { notFound } from "../errors.ts";
import type { PlannedAction } from "../router/unwrap.ts";
import { holdRun, type RunRow } from "../runs/claim.ts";
import { RunLostError } from "../runs/interruption.ts";
import { storable } from "../storable.ts";
import { canonicalJson } from "./canonical-json.ts";
import type { Permission } from "./permissions.ts";
import { revocationOf } from "./revocation.ts";

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
  accountName: string | undefined;
  /** Lets it run unasked. */
  permission?: Permission | undefined;
};

/** Of the arguments as the row keeps them. */
export const hashOfArguments = (value: PlannedAction["arguments"]) =>
  createHash("sha256")
    .update(canonicalJson(storable(value)))
    .digest("hex");

function allowedBy({ id, scope }: Permission, userId: string) {
  const decided = { decision: "allowed" as const, decidedBy: userId, decidedAt: new Date() };
  return { ...decided, permissionId: id, permissionScope: scope };
}

/**
 * Writes the rows of one tool call's actions, before anything of it is sent. Rows that exist already stay as they are, so a
 * run that was taken over finds what its first owner had recorded.
 */
export async function recordActions(
  storage: Database,
  actions: readonly NewAction[],
): Promise<void> {
  if (actions.length === 0) return;
  const rows = actions.map(({ planned, state, accountName, permission, ...rest }) => ({
    ...rest,
    ...(permission ? allowedBy(permission, rest.userId) : {}),
    accountName: accountName ?? null,
    id: randomUUID(),
    tool: planned.tool,
    toolkit: planned.toolkit,
    account: planned.account ?? null,
    arguments: planned.arguments,
    argumentsHash: hashOfArguments(planned.arguments),
    status: state.status,
    state,
    approvalId: state.status === "approval" ? state.approvalId : null,
  }));
  await storage.insert(action).values(rows).onConflictDoNothing();
}

/** An action of this user's, in a chat that is there. */
export const isOwnAction = (userId: string, id: string) =>
  and(eq(action.id, id), eq(action.userId, userId), isInChat(action.chatId));

/** @throws BranchlineError `not_found` when it is absent or somebody else's. */
export async function ownAction(userId: string, id: string): Promise<ActionRow> {
  const [row] = await (await database()).select().from(action).where(isOwnAction(userId, id));
  if (!row) throw notFound("action", { kind: "action", id });
  return row;
}

/** What the row of a page that a card fetched by itself has in the place of a model's tool call: this, and the id of the page before it. */
export const pageCall = "next-page:";

/** What the model asked for. A page that a card fetched belongs to its run, and is no part of what the run does. */
const isAskedFor = notLike(action.toolCallId, `${pageCall}%`);

/** All actions of a run, in the order in which they were asked for. */
export async function actionsOfRun(runId: string): Promise<ActionRow[]> {
  return (await database())
    .select()
    .from(action)
    .where(and(eq(action.runId, runId), isAskedFor))
    .orderBy(asc(action.sequence));
}

/**
 * Takes a queued action of a claimed run for execution. Exactly one caller gets it; everybody else gets null. A change whose
 * person has taken their word back meanwhile comes back as blocked.
 *
 * @throws RunLostError when another process has the run: it may have shown this action as cancelled already.
 */
export async function startAction(claimed: RunRow, id: string): Promise<ActionRow | null> {
  return (await database()).transaction(async (transaction) => {
    await holdRun(transaction, claimed);
    const queued = and(eq(action.id, id), eq(action.status, "queued"));
    const [row] = await transaction.select().from(action).where(queued).for("update");
    if (!row) return null;
    const error = await revocationOf(transaction, row);
    const state: ActionState = error ? { status: "blocked", error } : { status: "running" };
    const moment = error ? { finishedAt: new Date() } : { startedAt: new Date() };
    const [moved] = await transaction
      .update(action)
      .set({ status: state.status, state, ...moment })
      .where(queued)
      .returning();
    return moved ?? null;
  });
}

/**
 * Writes where an action stands now, with what it brought. An action that somebody else has moved on since `before` was read
 * stays as they left it.
 *
 * @returns the row as it is now
 * @throws RunLostError when its chat was deleted.
 */
export async function settleAction(
  before: Pick<ActionRow, "id" | "status">,
  state: ActionState,
  outcome: {
    result?: unknown;
    externalLink?: string | undefined;
    /** As whom it runs from now on. */
    runsAs?: { id: string | null; name: string | null };
  } = {},
): Promise<ActionRow> {
  const storage = await database();
  const [settled] = await storage
    .update(action)
    .set({
      status: state.status,
      state,
      ...(outcome.result === undefined ? {} : { result: outcome.result }),
      ...(outcome.externalLink ? { externalLink: outcome.externalLink } : {}),
      ...(outcome.runsAs ? { account: outcome.runsAs.id, accountName: outcome.runsAs.name } : {}),
      ...(isFinal(state) ? { finishedAt: new Date() } : {}),
    })
    .where(and(eq(action.id, before.id), eq(action.status, before.status)))
    .returning();
  if (settled) return settled;
  const [moved] = await storage.select().from(action).where(eq(action.id, before.id));
  if (!moved) throw new RunLostError(`Action ${before.id} is gone.`);
  return moved;
}

/** Moves every action of a claimed run that stands at one of `statuses` to what `stateFor` says. @throws RunLostError */
async function moveActions(
  claimed: RunRow,
  statuses: readonly ActionStatus[],
  stateFor: (row: ActionRow) => ActionState,
): Promise<ActionRow[]> {
  return (await database()).transaction(async (transaction) => {
    await holdRun(transaction, claimed);
    // Locked: an answer that comes at this moment is either seen here or comes too late.
    const open = await transaction
      .select()
      .from(action)
      .where(and(eq(action.runId, claimed.id), isAskedFor, inArray(action.status, [...statuses])))
      .orderBy(action.id)
      .for("update");
    const moved: ActionRow[] = [];
    for (const row of open) {
      const state = stateFor(row);
      const rows = await transaction
        .update(action)
        .set({
          status: state.status,
          state,
          ...(isFinal(state) ? { finishedAt: new Date() } : {}),
        })
        .where(eq(action.id, row.id))
        .returning();
      moved.push(...rows);
    }
    return moved;
  });
}

/** What an action is called that was sent and got no answer: a change may have happened, a read can be asked for again. */
export function unansweredState(row: ActionRow): ActionState {
  return row.toolClass === "read" ? { status: "cancelled" } : { status: "unknown" };
}

/** Ends every action of a claimed run that has not ended. @throws RunLostError */
export function endOpenActions(claimed: RunRow): Promise<ActionRow[]> {
  return moveActions(claimed, ["queued", "running", "approval", "connection"], (row) =>
    row.status === "running" ? unansweredState(row) : { status: "cancelled" },
  );
}

/**
 * Readies what a process left in the middle: a read in flight runs again, a change in flight may have happened and is never
 * sent again by itself.
 *
 * @throws RunLostError
 */
export async function recoverActions(claimed: RunRow): Promise<void> {
  await moveActions(claimed, ["running"], (row) =>
    row.toolClass === "read" ? { status: "queued" } : unansweredState(row),
  );
}

/** The row as the screen shows it. */
export function viewOf(row: Omit<ActionRow, "result">): ActionView {
  return {
    id: row.id,
    toolCallId: row.toolCallId,
    index: row.index,
    tool: row.tool,
    toolkit: row.toolkit,
    toolClass: row.toolClass,
    arguments: row.arguments,
    ...(row.accountName ? { account: row.accountName } : {}),
    state: row.state,
    ...(row.permissionScope ? { allowed: row.permissionScope } : {}),
    ...(row.originalArguments ? { original: row.originalArguments } : {}),
    ...(row.startedAt ? { startedAt: row.startedAt.toISOString() } : {}),
    ...(row.finishedAt ? { finishedAt: row.finishedAt.toISOString() } : {}),
  };
}
