import "server-only";
import { isFinal } from "@/lib/shared/action";
import { errorViewOf } from "../../language/sentence.ts";
import { outputForModel } from "../agent/model-view.ts";
import { environment } from "../environment.ts";
import { type ActionRow, actionsOfRun, settleAction, viewOf } from "../policy/actions.ts";
import { type AttemptRow, attemptsOfRun, viewOfAttempt } from "../router/connections/attempts.ts";
import { settleAccounts } from "../router/connections/chat-accounts.ts";
import { connectionsResult } from "../router/manage-connections.ts";
import type { PinnedRouter } from "../router/pool.ts";
import { namesAccounts } from "../router/session.ts";
import { unwrapCall } from "../router/unwrap.ts";
import { say } from "../say.ts";
import { countWakes, type RunRow, releaseRun } from "./claim.ts";
import { performAction } from "./perform.ts";
import { type Planned, recordPlanned } from "./plan-actions.ts";
import type { OpenCall, Transcript } from "./transcript.ts";

type Settlement = {
  run: RunRow;
  calls: readonly OpenCall[];
  client: PinnedRouter;
  transcript: Transcript;
  /** Aborted when the run has to leave off. */
  signal: AbortSignal;
  /** The same for a change that was sent: a process that is about to end gives it time to be answered. */
  changeSignal: AbortSignal;
};

/**
 * Readies an action that waited for an account; it was never carried out, because there was nobody to do it as. What a person
 * allowed for one account is not done as another.
 */
async function resumeAs(row: ActionRow): Promise<ActionRow> {
  const { userId, chatId, toolkit, accountName } = row;
  const choice = (await settleAccounts({ userId, chatId }, [toolkit])).get(toolkit);
  const account = choice && choice.kind !== "none" ? choice.account : undefined;
  const name = account?.account ?? null;
  if (row.toolClass !== "read" && accountName && name !== accountName) {
    const message = say("accountChanged", accountName, name ?? "");
    const error = errorViewOf("account_changed", message, say("askAsThatAccount"));
    return settleAction(row, { status: "failed", error });
  }
  const runsAs = { id: namesAccounts() ? (account?.id ?? null) : null, name };
  return settleAction(row, { status: "queued" }, { runsAs });
}

/** Moves an action on whose person has answered for every connection it waits for. */
async function resumeConnected(
  row: ActionRow,
  attempts: readonly AttemptRow[],
): Promise<ActionRow> {
  const own = attempts.filter((attempt) => attempt.actionId === row.id);
  const open = own.find(
    (attempt) => attempt.status !== "connected" && attempt.status !== "declined",
  );
  if (open || own.length === 0) return row;
  const answers = own.map(({ toolkit, status }) => ({
    toolkit,
    connected: status === "connected",
  }));
  if (row.toolkit === "composio") {
    const result = connectionsResult(answers);
    return settleAction(row, { status: "succeeded", result }, { result });
  }
  if (answers.every((answer) => answer.connected)) return resumeAs(row);
  return settleAction(row, {
    status: "failed",
    error: {
      code: "not_connected",
      message: `You chose not to connect ${row.toolkit} now.`,
      hint: "Ask again when you want to.",
    },
  });
}

/** Reads at once, changes one after the other in the order they were asked for. */
async function perform(
  rows: readonly ActionRow[],
  planned: readonly Planned[],
  { run, client, signal, changeSignal }: Settlement,
  show: (row: ActionRow) => void,
): Promise<void> {
  const performRow = async (row: ActionRow, during: AbortSignal) => {
    const call = planned.find((candidate) => candidate.toolCallId === row.toolCallId)?.plan;
    if (call) await performAction(row.id, { run, call, client, signal: during, show });
  };
  const reads = rows
    .filter((row) => row.toolClass === "read")
    .map((row) => performRow(row, signal));
  // All of them have ended before anybody hears of one that failed: none may write into a run that is over.
  await Promise.allSettled(reads);
  await Promise.all(reads);
  for (const row of rows) {
    signal.throwIfAborted();
    if (row.toolClass !== "read") await performRow(row, changeSignal);
  }
}

export function showAction(transcript: Transcript, row: ActionRow): void {
  transcript.append({ type: "data-action", id: row.id, data: viewOf(row) });
}

/** Writes the results of calls whose actions have all ended. */
export function writeOutputs(
  transcript: Transcript,
  calls: readonly OpenCall[],
  rows: readonly ActionRow[],
): void {
  for (const { toolCallId, toolName, input } of calls) {
    const plan = unwrapCall(toolName, input, environment().toolkits);
    const own = rows.filter((row) => row.toolCallId === toolCallId);
    const output =
      plan.kind === "refused"
        ? { successful: false, error: plan.error.message }
        : outputForModel(plan.kind, own);
    transcript.append({ type: "tool-output-available", toolCallId, output, dynamic: true });
  }
}

/**
 * Takes the open calls apart into actions and carries each through policy, person, router and rows, until every one has ended
 * and the calls have their results – or until only a person can move it on; then the run is released.
 */
export async function settleCalls(settlement: Settlement): Promise<"settled" | "waiting"> {
  const { run, calls, transcript, signal } = settlement;
  const planned = calls.map((call) => ({
    ...call,
    plan: unwrapCall(call.toolName, call.input, environment().toolkits),
  }));
  const ids = new Set(calls.map((call) => call.toolCallId));
  const shown = new Map<string, string>();
  const show = (id: string, view: unknown, append: () => void) => {
    const text = JSON.stringify(view);
    if (shown.get(id) !== text) append();
    shown.set(id, text);
  };
  const showRow = (row: ActionRow) => show(row.id, viewOf(row), () => showAction(transcript, row));

  await recordPlanned(settlement, planned, await actionsOfRun(run.id));
  for (;;) {
    signal.throwIfAborted();
    const wakes = await countWakes(run);
    const attempts = await attemptsOfRun(run.id);
    for (const attempt of attempts) {
      const data = viewOfAttempt(attempt);
      show(attempt.id, data, () =>
        transcript.append({ type: "data-connection", id: attempt.id, data }),
      );
    }
    const stored = (await actionsOfRun(run.id)).filter((row) => ids.has(row.toolCallId));
    const rows = await Promise.all(
      stored.map((row) => (row.status === "connection" ? resumeConnected(row, attempts) : row)),
    );
    for (const row of rows) showRow(row);

    const queued = rows.filter((row) => row.status === "queued");
    if (queued.length > 0) {
      await perform(queued, planned, settlement, showRow);
      continue;
    }
    if (rows.every((row) => isFinal(row.state))) {
      writeOutputs(transcript, calls, rows);
      return "settled";
    }
    await transcript.flushed();
    if (await releaseRun(run, wakes)) return "waiting";
  }
}
