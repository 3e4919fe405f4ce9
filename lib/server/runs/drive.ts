import "server-only";
import { eq } from "drizzle-orm";
import type { RunOutcome } from "@/lib/shared/message";
import { toolsForModel } from "../agent/model.ts";
import { streamStep } from "../agent/step.ts";
import { expectTitle, nameChat } from "../chats/title/name-chat.ts";
import { database } from "../database/connection.ts";
import { message } from "../database/schema.ts";
import { environment } from "../environment.ts";
import { toBranchlineError } from "../errors.ts";
import { log } from "../log.ts";
import { actionsOfRun, endOpenActions, recoverActions } from "../policy/actions.ts";
import { isSwitchedOff } from "../policy/switched-off.ts";
import { type PinnedRouter, withRouterClient } from "../router/pool.ts";
import { modelMeter } from "../usage/meter.ts";
import { usageOfMessage } from "../usage/read-usage.ts";
import { isFresh, queueRun, type RunRow, storeStep } from "./claim.ts";
import { endRun } from "./end-run.ts";
import { isRunLost, isShutdown, isStopRequest } from "./interruption.ts";
import { type Material, readMaterial } from "./material.ts";
import { settleCalls, showAction, writeOutputs } from "./settle-calls.ts";
import { endsWithAnswer, hasCalls, openCalls, Transcript } from "./transcript.ts";

/** How often in a row a run is taken over from a process that fell silent; then nobody tries again by themselves. */
const takeoverLimit = 3;

/** When a run has to leave off; `changeSignal` is for changes that were sent already, and may come later. */
export type DriveSignals = { signal: AbortSignal; changeSignal: AbortSignal };

/** How driving a run comes to an end: with it, at a question to a person, or because the process ends. */
export type DriveEnd = RunOutcome["status"] | "waiting" | "queued";

/** Steps until the model has answered, a person has to answer, or the limit is reached. */
async function advance(
  run: RunRow,
  transcript: Transcript,
  { client, material }: { client: PinnedRouter; material: Promise<Material> },
  { signal, changeSignal }: DriveSignals,
): Promise<RunOutcome | "waiting"> {
  const { off, model, withdrawn, wishes, earlier, leftOut } = await material;
  const tools = toolsForModel(client.tools.filter(({ name }) => !isSwitchedOff(name, off)));
  const { userId, chatId, messageId } = run;
  const meter = modelMeter({ userId, chatId, messageId, model });
  const { append } = transcript;
  if (withdrawn) {
    const data = { kind: "model-withdrawn" as const, withdrawn, model };
    append({ type: "data-notice", id: "model-withdrawn", data });
  }
  for (;;) {
    let current = await transcript.message();
    const calls = openCalls(current);
    if (calls.length > 0) {
      const settlement = { run, calls, client, transcript, signal, changeSignal };
      if ((await settleCalls(settlement)) === "waiting") return "waiting";
      current = await transcript.message();
      await storeStep(run, current.parts);
    } else if (endsWithAnswer(current)) {
      // The end of the run stores it.
      return { status: "done" };
    }
    const steps = transcript.steps();
    if (steps >= environment().maximumSteps) return { status: "limit", steps };
    const prompt = { model, wishes, meter, earlier, leftOut, current, tools };
    await streamStep({ ...prompt, signal, append });
    const written = await transcript.message();
    if (endsWithAnswer(written)) continue;
    await transcript.flushed();
    await storeStep(run, written.parts);
  }
}

/** Closes what is open – texts, actions, calls –, says how the run ended, and stores it. */
async function finish(
  run: RunRow,
  transcript: Transcript,
  outcome: RunOutcome,
): Promise<RunOutcome["status"]> {
  transcript.closeCut();
  const written = await transcript.message();
  // Nothing is done that no call in the log asked for.
  if (hasCalls(written)) {
    const ended = await endOpenActions(run);
    for (const row of ended) showAction(transcript, row);
    writeOutputs(transcript, openCalls(written), await actionsOfRun(run.id));
  }
  const { metadata } = written;
  const [naming, usage] = await Promise.all([
    // Before anybody can see the end, so that whoever looks at it knows that a title is coming.
    outcome.status === "done" && expectTitle(run.chatId),
    usageOfMessage(run.messageId),
  ]);
  const messageMetadata = { ...metadata, outcome, ...(usage ? { usage } : {}) };
  transcript.append({ type: "finish", messageMetadata });
  await transcript.flushed();
  await endRun(run, await transcript.message(), outcome);
  if (naming) void nameChat(run);
  return outcome.status;
}

/** Ends a run whose log cannot be finished, with the message as it was stored last: no run may stay alive for ever. */
export async function abandon(run: RunRow): Promise<void> {
  await endOpenActions(run);
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
 * Drives a claimed run until it has ended or waits for a person. What an earlier process left in the middle is mended first:
 * the text that was shown stays, reads in flight run again, changes in flight are unknown.
 *
 * @returns how it has ended, or where it was left
 * @throws RunLostError when another process has taken it, and whatever keeps its log from being written.
 */
export async function driveClaimed(run: RunRow, signals: DriveSignals): Promise<DriveEnd> {
  const transcript = await Transcript.open(run);
  const said = transcript.finalMetadata()?.outcome;
  if (said) {
    await endRun(run, await transcript.message(), said);
    return said.status;
  }
  if (run.stopRequested) return finish(run, transcript, { status: "stopped" });
  if (run.takeovers > takeoverLimit) return finish(run, transcript, { status: "interrupted" });
  if (!isFresh(run)) {
    transcript.mend();
    await recoverActions(run);
  }
  const signal = AbortSignal.any([signals.signal, transcript.failure]);
  // While the router is asked for its tools.
  const material = readMaterial(run);
  material.catch(() => {});
  let outcome: RunOutcome | "waiting";
  try {
    outcome = await withRouterClient(run.userId, signal, (client) =>
      advance(run, transcript, { client, material }, { ...signals, signal }),
    );
  } catch (error) {
    if (isRunLost(error) || isRunLost(signal.reason)) throw error;
    if (isShutdown(signals.signal.reason)) {
      await transcript.flushed();
      await queueRun(run);
      return "queued";
    }
    outcome = outcomeOf(error, run, signals.signal);
  }
  return outcome === "waiting" ? outcome : finish(run, transcript, outcome);
}
