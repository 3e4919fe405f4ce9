import "server-only";
import { or } from "drizzle-orm";
import { connection, database } from "../database/connection.ts";
import { run } from "../database/schema.ts";
import { log } from "../log.ts";
import { inLogContext, logContext } from "../log-context.ts";
import { watchPolicy } from "../policy/known-policy.ts";
import { watchLinks } from "../router/connections/watch-links.ts";
import { observeRun } from "../telemetry/run.ts";
import { apart } from "../telemetry/spans.ts";
import { isQueued } from "./alive.ts";
import {
  claimRun,
  freeDesertedRuns,
  isDeserted,
  queueRun,
  type RunRow,
  renewalInterval,
  renewLease,
} from "./claim.ts";
import { abandon, driveClaimed } from "./drive.ts";
import { lookAll, publish } from "./hub.ts";
import { isRunLost, ShutdownError, StopRequestedError } from "./interruption.ts";
import { logChannel } from "./log-writer.ts";
import { processId } from "./process-id.ts";
import { wakeChannel } from "./wake.ts";

/** Milliseconds between two looks for runs nobody drives and connections nobody came back from. */
const sweepInterval = 3_000;

/** Milliseconds that changes in flight are given for their answers when the process is told to end. */
const drainLimit = 7_000;

/** A run this process drives; `called` says that it was woken meanwhile. */
type Driven = {
  claimed: RunRow;
  controller: AbortController;
  changeController: AbortController;
  called: boolean;
  ended: Promise<void>;
};

type Work = { driven: Map<string, Driven>; ending: boolean };

const workKey = Symbol.for("branchline.runner");
const holder = globalThis as { [workKey]?: Work };
const work = () => {
  holder[workKey] ??= { driven: new Map(), ending: false };
  return holder[workKey];
};

function leaveOff({ controller, changeController }: Driven, reason: unknown): void {
  controller.abort(reason);
  changeController.abort(reason);
}

async function look(entry: Driven): Promise<void> {
  try {
    const { stopRequested } = await renewLease(entry.claimed);
    if (stopRequested) leaveOff(entry, new StopRequestedError("Stopped."));
  } catch (error) {
    // A database that is away for a moment does not end a run; losing the run does.
    if (isRunLost(error)) leaveOff(entry, error);
  }
}

/** Drives a run this process has claimed, to its end or to where a person has to answer. Never throws. */
export function drive(claimed: RunRow): Promise<void> {
  const context = { ...logContext(), run: claimed.id, user: claimed.userId };
  return inLogContext(context, () => driveHere(claimed));
}

async function driveHere(claimed: RunRow): Promise<void> {
  if (work().ending) return queueRun(claimed).catch(() => {});
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  const entry: Driven = {
    claimed,
    controller: new AbortController(),
    changeController: new AbortController(),
    called: false,
    ended,
  };
  work().driven.set(claimed.id, entry);
  const heart = setInterval(() => void look(entry), renewalInterval);
  try {
    const { signal } = entry.controller;
    const { signal: changeSignal } = entry.changeController;
    await observeRun(claimed, () => driveClaimed(claimed, { signal, changeSignal }));
  } catch (error) {
    log.error("run.lost", error);
    if (claimed.takeovers > 0 && !isRunLost(error)) await abandon(claimed).catch(() => {});
    // Readers look for themselves what has become of it: taken over, deleted, or to be recovered when its lease has run out.
    publish(claimed.id, []);
  } finally {
    clearInterval(heart);
    work().driven.delete(claimed.id);
    end();
  }
  if (entry.called) call(claimed.id);
}

/** Whoever's query brought the call has nothing to do with what comes of it. */
function call(id: string): void {
  apart({ run: id }, () => {
    callLocally(id).catch((error) => log.error("run.call_failed", error));
  });
}

/** A run was called: look up whether it was stopped when we drive it, else try to take it. */
async function callLocally(id: string): Promise<void> {
  const entry = work().driven.get(id);
  if (entry) {
    entry.called = true;
    return look(entry);
  }
  if (work().ending) return;
  const claimed = await claimRun(id);
  if (claimed) await drive(claimed);
}

/**
 * Leaves off all runs so that another process can go on with them: models and reads at once, changes that were sent when
 * they have their answers or after 7 seconds. Takes no more runs.
 */
export async function drainRuns(): Promise<void> {
  work().ending = true;
  const entries = [...work().driven.values()];
  const reason = new ShutdownError("This process is about to end.");
  for (const { controller } of entries) controller.abort(reason);
  const deadline = setTimeout(() => {
    for (const { changeController } of entries) changeController.abort(reason);
  }, drainLimit);
  await Promise.all(entries.map(({ ended }) => ended));
  clearTimeout(deadline);
}

async function sweep(): Promise<void> {
  const deserted = await (await database())
    .select({ id: run.id })
    .from(run)
    .where(or(isQueued, isDeserted));
  for (const { id } of deserted) call(id);
}

async function repeat(name: string, work: () => Promise<void>): Promise<void> {
  await work().catch((error) => log.error(name, error));
  setTimeout(() => void repeat(name, work), sweepInterval).unref();
}

/**
 * Starts this process's share of the work: hears calls and other processes' rows, and looks around once in a while.
 *
 * @param serving resolves when the services that runs need can be reached
 */
export async function startRunner(serving: Promise<void> = Promise.resolve()): Promise<void> {
  const { listen, exclusive } = await connection();
  await listen(wakeChannel, {
    onPayload: call,
    // Runs that nobody drives are found by the next sweep.
    onGap: () => {
      for (const id of work().driven.keys()) call(id);
    },
  });
  await listen(logChannel, {
    onPayload: (payload) => {
      const { process: origin, run: id } = JSON.parse(payload) as { process: string; run: string };
      if (origin !== processId()) publish(id, []);
    },
    onGap: lookAll,
  });
  await watchPolicy();
  if (exclusive) await freeDesertedRuns();
  // Apart from each other: a router that does not answer does not hold up recovery.
  void serving.then(() => {
    void repeat("sweep.failed", sweep);
    void repeat("connections.check_failed", watchLinks());
  });
}
