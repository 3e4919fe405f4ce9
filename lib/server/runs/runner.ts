import "server-only";
import { and, eq, exists, lt, or, sql } from "drizzle-orm";
import { connection, database } from "../database/connection.ts";
import { run, runChunk } from "../database/schema.ts";
import { log } from "../log.ts";
import { openAttempts } from "../router/connections/attempts.ts";
import { checkAttempt } from "../router/connections/check-attempt.ts";
import { claimRun, type RunRow, renewalInterval, renewLease } from "./claim.ts";
import { abandon, driveClaimed } from "./drive.ts";
import { publish } from "./hub.ts";
import { isRunLost, StopRequestedError } from "./interruption.ts";
import { logChannel } from "./log-writer.ts";
import { processId } from "./process-id.ts";
import { wakeChannel } from "./wake.ts";

/** Milliseconds between two looks for runs nobody drives and connections nobody came back from. */
const sweepInterval = 3_000;

/** A run this process drives; `called` says that it was woken meanwhile. */
type Driven = { controller: AbortController; claimed: RunRow; called: boolean };

const drivenKey = Symbol.for("branchline.driven-runs");
const holder = globalThis as { [drivenKey]?: Map<string, Driven> };
const driven = () => {
  holder[drivenKey] ??= new Map();
  return holder[drivenKey];
};

async function look({ claimed, controller }: Driven): Promise<void> {
  try {
    const { stopRequested } = await renewLease(claimed);
    if (stopRequested) controller.abort(new StopRequestedError("Stopped."));
  } catch (error) {
    // A database that is away for a moment does not end a run; losing the run does.
    if (isRunLost(error)) controller.abort(error);
  }
}

/** Drives a run this process has claimed, to its end or to where a person has to answer. Never throws. */
export async function drive(claimed: RunRow, takenOver = false): Promise<void> {
  const entry: Driven = { controller: new AbortController(), claimed, called: false };
  driven().set(claimed.id, entry);
  const heart = setInterval(() => void look(entry), renewalInterval);
  try {
    await driveClaimed(claimed, takenOver, entry.controller.signal);
  } catch (error) {
    log.error("run.lost", error, { run: claimed.id });
    // The second process in a row that cannot end it: nobody can.
    if (takenOver && !isRunLost(error)) await abandon(claimed).catch(() => {});
    // Readers look for themselves what has become of it: taken over, deleted, or to be recovered when its lease has run out.
    publish(claimed.id, []);
  } finally {
    clearInterval(heart);
    driven().delete(claimed.id);
  }
  if (entry.called) call(claimed.id);
}

function call(id: string): void {
  callLocally(id).catch((error) => log.error("run.call_failed", error, { run: id }));
}

/** A run was called: look up whether it was stopped when we drive it, else try to take it. */
async function callLocally(id: string): Promise<void> {
  const entry = driven().get(id);
  if (entry) {
    entry.called = true;
    return look(entry);
  }
  const claim = await claimRun(id);
  if (claim) await drive(claim.claimed, claim.takenOver);
}

async function sweep(): Promise<void> {
  const storage = await database();
  const deserted = await storage
    .select({ id: run.id })
    .from(run)
    .where(
      or(eq(run.status, "queued"), and(eq(run.status, "running"), lt(run.leaseUntil, new Date()))),
    );
  for (const { id } of deserted) call(id);
  // Readers get a while to see the end; then the message row says it all.
  const ended = storage
    .select({ id: run.id })
    .from(run)
    .where(
      and(
        eq(run.id, runChunk.runId),
        eq(run.status, "ended"),
        sql`${run.endedAt} < now() - interval '30 seconds'`,
      ),
    );
  await storage.delete(runChunk).where(exists(ended));
}

/** Asks the router about every attempt somebody opened. One that cannot be asked about now is asked about next time. */
async function checkConnections(): Promise<void> {
  const attempts = await openAttempts();
  await Promise.allSettled(attempts.map(checkAttempt));
}

async function repeat(name: string, work: () => Promise<void>): Promise<void> {
  await work().catch((error) => log.error(name, error));
  setTimeout(() => void repeat(name, work), sweepInterval).unref();
}

/** Starts this process's share of the work: hears calls and other processes' rows, and looks around once in a while. */
export async function startRunner(): Promise<void> {
  const { listen } = await connection();
  await listen(wakeChannel, call);
  await listen(logChannel, (payload) => {
    const { process: origin, run: id } = JSON.parse(payload) as { process: string; run: string };
    if (origin !== processId()) publish(id, []);
  });
  // Apart from each other, and from the start: a router that does not answer holds up neither recovery nor the server, and
  // the embedded router answers only once the server is up.
  void repeat("sweep.failed", sweep);
  void repeat("connections.check_failed", checkConnections);
}
