import "server-only";
import { and, count, eq } from "drizzle-orm";
import type { Database } from "../database/connection.ts";
import { run, user } from "../database/schema.ts";
import { BranchlineError } from "../errors.ts";
import { limitsInForce } from "../policy/in-force.ts";
import { isBusy } from "../runs/alive.ts";
import { say } from "../say.ts";
import { countUse } from "./rate-limit.ts";
import { tooMany } from "./too-many.ts";

/** Seconds after which it is worth to look whether an answer has come to its end. */
const answerSeconds = 10;

/** @throws BranchlineError `too_many_requests`; or with status 503 when it could not be counted. */
export async function limitMessages(userId: string): Promise<void> {
  const { messagesPerMinute: most } = await limitsInForce();
  const over = await countUse([{ key: `message:user:${userId}`, most, seconds: 60 }]);
  if (over) throw tooMany("messages", say("tooManyMessages"), over.endsIn);
}

/**
 * Makes sure that the user may have one more answer written. Until the transaction ends, nobody else can begin one for them.
 *
 * @throws BranchlineError `too_many_requests` or `account_disabled`
 */
export async function limitLiveRuns(transaction: Database, userId: string): Promise<void> {
  const [held] = await transaction
    .select({ disabledAt: user.disabledAt })
    .from(user)
    .where(eq(user.id, userId))
    .for("no key update");
  // Shut out this moment, after the session was looked at.
  if (held?.disabledAt) throw new BranchlineError("account_disabled", say("disabled"));
  const [live] = await transaction
    .select({ runs: count() })
    .from(run)
    .where(and(eq(run.userId, userId), isBusy));
  const { liveRuns } = await limitsInForce(transaction);
  if ((live?.runs ?? 0) < liveRuns) return;
  throw tooMany("live_runs", say("tooManyAnswers"), answerSeconds);
}
