import "server-only";
import { and, desc, eq, lt } from "drizzle-orm";
import type { ActionState } from "@/lib/shared/action";
import type { ChatMode } from "@/lib/shared/api";
import type { ChatMessage, RunOutcome } from "@/lib/shared/message";
import { promptMessages } from "../agent/history.ts";
import { toolsForModel } from "../agent/model.ts";
import { streamStep } from "../agent/step.ts";
import { database } from "../database/connection.ts";
import { chat, message } from "../database/schema.ts";
import { environment } from "../environment.ts";
import { toBranchlineError } from "../errors.ts";
import { log } from "../log.ts";
import { type ActionRow, actionsOfRun, endOpenActions } from "../policy/actions.ts";
import type { RouterClient } from "../router/mcp-client.ts";
import { withRouterClient } from "../router/pool.ts";
import { endRun, type RunRow, storeStep } from "./claim.ts";
import { publish } from "./hub.ts";
import { isRunLost, isStopRequest, RunLostError } from "./interruption.ts";
import { unansweredState } from "./perform.ts";
import { settleCalls, showAction, writeOutputs } from "./settle-calls.ts";
import { endsWithAnswer, openCalls, Transcript } from "./transcript.ts";

/** Messages of the chat that a model gets to see, at most. */
const historyLimit = 60;

async function readConversation(run: RunRow): Promise<{ mode: ChatMode; earlier: ChatMessage[] }> {
  const storage = await database();
  const [row] = await storage
    .select({ mode: chat.mode, sequence: message.sequence })
    .from(message)
    .innerJoin(chat, eq(chat.id, message.chatId))
    .where(eq(message.id, run.messageId));
  if (!row) throw new RunLostError(`Run ${run.id} has no chat any more.`);
  const newestFirst = await storage
    .select({
      id: message.id,
      role: message.role,
      parts: message.parts,
      metadata: message.metadata,
    })
    .from(message)
    .where(and(eq(message.chatId, run.chatId), lt(message.sequence, row.sequence)))
    .orderBy(desc(message.sequence))
    .limit(historyLimit);
  return { mode: row.mode, earlier: newestFirst.reverse() };
}

/** Steps until the model has answered, a person has to answer, or the limit is reached. */
async function advance(
  run: RunRow,
  transcript: Transcript,
  client: RouterClient,
  signal: AbortSignal,
): Promise<RunOutcome | "waiting"> {
  const { mode, earlier } = await readConversation(run);
  const tools = toolsForModel(client.tools);
  let steps = run.steps;
  for (;;) {
    let current = await transcript.message();
    const calls = openCalls(current);
    if (calls.length > 0) {
      if ((await settleCalls({ run, mode, calls, client, transcript, signal })) === "waiting")
        return "waiting";
      current = await transcript.message();
      await storeStep(run, current.parts, steps);
    } else if (steps > 0 && endsWithAnswer(current)) {
      return { status: "done" };
    }
    if (steps >= environment().maximumSteps) return { status: "limit", steps };
    await streamStep({
      messages: await promptMessages(earlier, current),
      tools,
      signal,
      append: transcript.append,
    });
    await transcript.flushed();
    steps += 1;
    await storeStep(run, (await transcript.message()).parts, steps);
  }
}

/** What an action comes to whose run ends first. */
function endedState(row: ActionRow): ActionState {
  return row.status === "running" ? unansweredState(row) : { status: "cancelled" };
}

/** Closes what is open – texts, actions, calls –, says how the run ended, and stores it. */
async function finish(run: RunRow, transcript: Transcript, outcome: RunOutcome): Promise<void> {
  transcript.closeCut();
  const ended = await endOpenActions(run, endedState);
  for (const row of ended) showAction(transcript, row);
  writeOutputs(transcript, openCalls(await transcript.message()), await actionsOfRun(run.id));
  const { metadata } = await transcript.message();
  transcript.append({ type: "finish", messageMetadata: { ...metadata, outcome } });
  await transcript.flushed();
  await endRun(run, await transcript.message(), outcome);
  publish(run.id, []);
}

/** Ends a run whose log cannot be finished, with the message as it was stored last: no run may stay alive for ever. */
export async function abandon(run: RunRow): Promise<void> {
  await endOpenActions(run, endedState);
  const [stored] = await (await database())
    .select({ parts: message.parts, metadata: message.metadata })
    .from(message)
    .where(eq(message.id, run.messageId));
  if (stored) await endRun(run, stored, { status: "interrupted" });
}

function outcomeOf(error: unknown, run: RunRow, signal: AbortSignal): RunOutcome {
  if (isStopRequest(signal.reason)) return { status: "stopped" };
  const known = toBranchlineError(error);
  log.error(`run.${known.code}`, known.cause ?? known, { run: run.id });
  return { status: "failed", error: known.view() };
}

/**
 * Drives a claimed run until it has ended or waits for a person.
 *
 * @param takenOver its last process fell silent in the middle: what it had stored stays, and the run ends as interrupted
 * @throws RunLostError when another process has taken it.
 */
export async function driveClaimed(
  run: RunRow,
  takenOver: boolean,
  signal: AbortSignal,
): Promise<void> {
  const transcript = await Transcript.open(run);
  const said = transcript.finalMetadata()?.outcome;
  if (said) {
    await endRun(run, await transcript.message(), said);
    return publish(run.id, []);
  }
  if (run.stopRequested) return finish(run, transcript, { status: "stopped" });
  if (takenOver) return finish(run, transcript, { status: "interrupted" });
  let outcome: RunOutcome | "waiting";
  try {
    outcome = await withRouterClient(run.userId, signal, (client) =>
      advance(run, transcript, client, signal),
    );
  } catch (error) {
    if (isRunLost(error) || isRunLost(signal.reason)) throw error;
    outcome = outcomeOf(error, run, signal);
  }
  if (outcome !== "waiting") await finish(run, transcript, outcome);
}
