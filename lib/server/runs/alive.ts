import "server-only";
import { sql } from "drizzle-orm";
import { run } from "../database/schema.ts";

// Their words stand in the statement itself: an index of live runs alone serves a statement that was planned for any value of a
// parameter as little as none, and every run that ever was would be looked at.

/** True for a run that has not ended. */
export const isAlive = sql`${run.status} <> 'ended'`;

/** True for a run that is driven, or is to be. */
export const isBusy = sql`${run.status} in ('queued', 'running')`;

/** True for a run that waits for somebody to drive it. */
export const isQueued = sql`${run.status} = 'queued'`;

/** True for a run that somebody drives, or has driven last. */
export const isRunning = sql`${run.status} = 'running'`;
