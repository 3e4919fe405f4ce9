import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { DrizzleQueryError } from "drizzle-orm/errors";
import { log } from "../../log.ts";

const deadlockDetected = "40P01";
const attempts = 4;
/** Milliseconds at most before the second attempt; both transactions would otherwise meet again at once. */
const firstPause = 20;

function isDeadlock(error: unknown): boolean {
  const cause = error instanceof DrizzleQueryError ? error.cause : error;
  return cause instanceof Error && "code" in cause && cause.code === deadlockDetected;
}

/**
 * Runs a transaction again that PostgreSQL chose to end because two waited for each other. All of it was undone, so what it
 * does has to be done with the database alone.
 */
export async function againAfterDeadlock<Result>(
  transaction: () => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction();
    } catch (error) {
      if (attempt === attempts || !isDeadlock(error)) throw error;
      log.warn("database.deadlock", { attempt });
      await pause(Math.random() * firstPause * 2 ** (attempt - 1));
    }
  }
}
